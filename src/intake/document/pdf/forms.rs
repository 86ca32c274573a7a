//! Characters that PDF files put for others, which look the same: radicals for the characters that they are, compatibility
//! ideographs, ligatures. Nothing else is touched: Ⅲ, ㎡ and full-width digits are what was written.

/// The radicals from U+2F00, as the characters that they are.
const KANGXI: &str = "一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴廾弋\
     弓彐彡彳心戈户手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿目矛矢石\
     示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛辰辵邑酉釆里金長\
     門阜隶隹雨青非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黄黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠";
/// The radicals from U+2E80; those that are no characters of their own stay.
const RADICALS: &str = "⺀厂乛⺃乙亻冂几刀刂卜卩⺌⺍⺎尢⺐⺑巳幺彑彐忄⺗扌攵\u{2e9a}旡日月歺母民氵氺灬爫⺥⺦牛犭⺩疋目示礻竹⺯纟\
     ⺱⺲⺳⺴⺵羊⺷羊耂⺺聿月⺽艹艹艹虎衤覀西见角⻇讠贝足车辶辶辶阝钅長长长门阜阝雨青韦页风飞食食飠饣首马骨鬼鱼鸟卤麦\
     黄黾斉齐歯齿竜龙亀亀龟";
/// The ideographs from U+F900, as those with which they are compatible.
const COMPATIBILITY: &str = "豈更車賈滑串句龜龜契金喇奈懶癩羅蘿螺裸邏樂洛烙珞落酪駱亂卵欄爛蘭鸞嵐濫藍襤拉臘蠟廊朗浪狼郎來冷勞擄櫓爐盧老蘆虜路\
     露魯鷺碌祿綠菉錄鹿論壟弄籠聾牢磊賂雷壘屢樓淚漏累縷陋勒肋凜凌稜綾菱陵讀拏樂諾丹寧怒率異北磻便復不泌數索參塞省葉說\
     殺辰沈拾若掠略亮兩凉梁糧良諒量勵呂女廬旅濾礪閭驪麗黎力曆歷轢年憐戀撚漣煉璉秊練聯輦蓮連鍊列劣咽烈裂說廉念捻殮簾獵\
     令囹寧嶺怜玲瑩羚聆鈴零靈領例禮醴隸惡了僚寮尿料樂燎療蓼遼龍暈阮劉杻柳流溜琉留硫紐類六戮陸倫崙淪輪律慄栗率隆利吏履\
     易李梨泥理痢罹裏裡里離匿溺吝燐璘藺隣鱗麟林淋臨立笠粒狀炙識什茶刺切度拓糖宅洞暴輻行降見廓兀嗀﨎﨏塚﨑晴﨓﨔凞猪益\
     礼神祥福靖精羽﨟蘒﨡諸﨣﨤逸都﨧﨨﨩飯飼館鶴郞隷侮僧免勉勤卑喝嘆器塀墨層屮悔慨憎懲敏既暑梅海渚漢煮爫琢碑社祉祈祐\
     祖祝禍禎穀突節練縉繁署者臭艹艹著褐視謁謹賓贈辶逸難響頻恵𤋮舘\u{fa6e}\u{fa6f}並况全侀充冀勇勺喝啕\
     喙嗢塚墳奄奔婢嬨廒廙彩徭惘慎愈憎慠懲戴揄搜摒敖晴朗望杖歹殺流滛滋漢瀞煮瞧爵犯猪瑱甆画瘝瘟益盛直睊着磌窱節类絛練缾\
     者荒華蝹襁覆視調諸請謁諾諭謹變贈輸遲醙鉶陼難靖韛響頋頻鬒龜𢡊𢡄𣏕㮝䀘䀹𥉉𥳐𧻓齃龎";

/// A text in which such characters are those for which they stand.
pub(super) fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\u{2f00}'..='\u{2fd5}' => plain.push(nth(KANGXI, c, 0x2f00)),
            '\u{2e80}'..='\u{2ef3}' => plain.push(nth(RADICALS, c, 0x2e80)),
            '\u{f900}'..='\u{fad9}' => plain.push(nth(COMPATIBILITY, c, 0xf900)),
            'ﬀ' => plain.push_str("ff"),
            'ﬁ' => plain.push_str("fi"),
            'ﬂ' => plain.push_str("fl"),
            'ﬃ' => plain.push_str("ffi"),
            'ﬄ' => plain.push_str("ffl"),
            '\u{fe10}' => plain.push('，'),
            '\u{fe35}' => plain.push('（'),
            '\u{fe36}' => plain.push('）'),
            c => plain.push(c),
        }
    }
    plain
}

fn nth(table: &str, c: char, first: u32) -> char {
    let at = usize::try_from(u32::from(c) - first).unwrap_or(usize::MAX);
    table.chars().nth(at).unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn radicals_are_the_characters_that_they_are_and_nothing_else_changes() {
        for (text, shown) in [
            ("⼀⽉⼆⽇前⾦", "一月二日前金"),
            ("⼾籍⻘年⻔⻋⻅⻓⻰⻬", "户籍青年门车见长龙齐"),
            ("\u{f978}\u{fa0c}", "兩兀"),
            ("ﬁn", "fin"),
            ("Ⅲ类水㎡１２①℃", "Ⅲ类水㎡１２①℃"),
        ] {
            assert_eq!(plain(text), shown);
        }
        assert_eq!(KANGXI.chars().count(), 214);
        assert_eq!(RADICALS.chars().count(), 0x74);
        assert_eq!(COMPATIBILITY.chars().count(), 0x1da);
    }
}
