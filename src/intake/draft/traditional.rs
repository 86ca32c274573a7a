//! Documents in traditional characters: they are read by the simplified ones, and quoted in their own.

use std::collections::HashMap;
use std::sync::LazyLock;

use memchr::memmem;

use super::plan::{Draft, DraftTask};

/// Traditional characters, each with the simplified one behind it that stands for it and for no other of the words of offices. Both
/// are three bytes long, so that a place in one text is the same place in the other.
const PAIRS: &str = "\
    萬万 與与 專专 業业 東东 絲丝 兩两 嚴严 喪丧 個个 豐丰 臨临 為为 麗丽 舉举 義义 烏乌 樂乐 習习 鄉乡 書书 買买 亂乱 爭争 於于 虧亏 雲云 亞亚 產产 畝亩 親亲 億亿 僅仅 從从 倉仓 \
    儀仪 們们 價价 眾众 優优 會会 傘伞 偉伟 傳传 傷伤 倫伦 偽伪 體体 傭佣 僑侨 側侧 偵侦 儉俭 債债 傾倾 儲储 兒儿 黨党 蘭兰 關关 興兴 養养 獸兽 內内 岡冈 冊册 寫写 軍军 農农 馮冯 \
    衝冲 決决 況况 凍冻 淨净 準准 涼凉 減减 湊凑 幾几 鳳凤 憑凭 凱凯 擊击 劃划 劉刘 則则 剛刚 創创 刪删 別别 劑剂 劍剑 劇剧 勸劝 辦办 務务 動动 勵励 勁劲 勞劳 勢势 勳勋 勝胜 區区 \
    醫医 華华 協协 單单 賣卖 盧卢 衛卫 廠厂 廳厅 歷历 厲厉 壓压 廁厕 縣县 參参 雙双 發发 變变 疊叠 葉叶 號号 嘆叹 後后 嚇吓 嗎吗 聽听 啟启 吳吴 員员 詠咏 響响 喚唤 嘗尝 團团 園园 \
    圍围 圖图 圓圆 聖圣 場场 壞坏 塊块 堅坚 壇坛 壩坝 墳坟 墜坠 壟垄 墊垫 塵尘 牆墙 壯壮 聲声 殼壳 處处 備备 復复 夠够 頭头 誇夸 奪夺 奮奋 獎奖 婦妇 媽妈 孫孙 學学 寧宁 寶宝 實实 \
    審审 憲宪 寬宽 賓宾 對对 尋寻 導导 壽寿 將将 爾尔 層层 屬属 嶺岭 嶼屿 歲岁 島岛 峽峡 崗岗 鞏巩 幣币 帥帅 師师 帳帐 帶带 幫帮 幹干 並并 廣广 莊庄 慶庆 庫库 應应 廟庙 龐庞 廢废 \
    開开 異异 棄弃 張张 彌弥 彎弯 彈弹 強强 歸归 當当 錄录 徹彻 徑径 憶忆 憂忧 懷怀 態态 總总 戀恋 懇恳 惡恶 慣惯 慮虑 懼惧 憤愤 願愿 戰战 戲戏 戶户 撲扑 執执 擴扩 掃扫 揚扬 擾扰 \
    撫抚 拋抛 搶抢 護护 報报 擔担 擬拟 攏拢 揀拣 擁拥 攔拦 擇择 掛挂 摯挚 擋挡 擠挤 揮挥 撥拨 撿捡 換换 據据 損损 搖摇 攝摄 擺摆 敵敌 斂敛 數数 齊齐 斷断 無无 舊旧 時时 曠旷 曉晓 \
    暫暂 術术 樸朴 機机 殺杀 雜杂 權权 條条 來来 楊杨 極极 構构 樞枢 槍枪 楓枫 櫃柜 標标 棧栈 棟栋 欄栏 樹树 樣样 橋桥 檢检 樓楼 橫横 歡欢 歐欧 殘残 毀毁 畢毕 氣气 氫氢 漢汉 湯汤 \
    溝沟 沒没 滬沪 潔洁 灑洒 澆浇 濁浊 測测 濟济 渾浑 濃浓 濤涛 漲涨 漸渐 漁渔 滲渗 溫温 灣湾 濕湿 滾滚 滿满 濱滨 灘滩 潛潜 瀾澜 滅灭 燈灯 靈灵 災灾 爐炉 點点 煉炼 爛烂 燒烧 煙烟 \
    煩烦 燭烛 熱热 愛爱 爺爷 牽牵 犧牺 狀状 獨独 獄狱 獲获 獻献 瑪玛 環环 現现 電电 畫画 暢畅 療疗 癥症 瘡疮 盤盘 鹽盐 監监 蓋盖 盜盗 盡尽 礦矿 碼码 磚砖 確确 礙碍 禮礼 禍祸 禪禅 \
    離离 種种 積积 稱称 穩稳 窮穷 竊窃 窯窑 競竞 筆笔 築筑 簽签 簡简 籌筹 籃篮 類类 糧粮 緊紧 糾纠 紅红 約约 級级 紀纪 緯纬 純纯 綱纲 納纳 縱纵 紛纷 紙纸 紋纹 紡纺 線线 練练 組组 \
    紳绅 細细 織织 終终 紹绍 經经 結结 繞绕 給给 絡络 絕绝 統统 繼继 績绩 緒绪 續续 綿绵 維维 綠绿 緩缓 緝缉 編编 緣缘 縮缩 繪绘 網网 羅罗 罰罚 罷罢 聯联 聰聪 職职 肅肃 腸肠 膚肤 \
    腎肾 腫肿 脹胀 脅胁 腦脑 腳脚 脫脱 臉脸 艦舰 艙舱 艱艰 藝艺 節节 蕪芜 蘆芦 蒼苍 蘇苏 蘋苹 莖茎 榮荣 藥药 蓮莲 營营 蕭萧 薩萨 虛虚 蟲虫 雖虽 蠶蚕 補补 襯衬 裝装 襲袭 見见 觀观 \
    規规 視视 覽览 覺觉 觸触 譽誉 計计 訂订 認认 譏讥 討讨 讓让 訓训 議议 訊讯 記记 講讲 許许 論论 設设 訪访 證证 評评 識识 訴诉 診诊 詞词 譯译 試试 詩诗 誠诚 話话 誕诞 詢询 該该 \
    詳详 語语 誤误 請请 諸诸 課课 調调 談谈 誼谊 謀谋 諮咨 謹谨 謝谢 譜谱 豬猪 貝贝 負负 貢贡 財财 責责 賢贤 敗败 貨货 質质 販贩 貧贫 購购 貫贯 賀贺 貴贵 貸贷 貿贸 費费 賠赔 資资 \
    賬账 賴赖 贈赠 贏赢 趙赵 趕赶 趨趋 躍跃 踐践 蹤踪 車车 軌轨 軟软 轉转 輪轮 輕轻 載载 較较 輔辅 輛辆 輩辈 輝辉 輯辑 輸输 轄辖 辭辞 邊边 遼辽 達达 遷迁 過过 邁迈 運运 還还 這这 \
    進进 遠远 違违 連连 遲迟 適适 選选 遞递 遺遗 鄧邓 鄰邻 郵邮 鄭郑 釋释 裏里 裡里 鑒鉴 針针 釘钉 鋼钢 鈔钞 鐘钟 鈉钠 鋰锂 鐵铁 鉛铅 錢钱 鎖锁 鍋锅 鋪铺 鏈链 銷销 銅铜 銀银 鋁铝 \
    錯错 鎮镇 鏡镜 長长 門门 閃闪 閉闭 問问 間间 閒闲 悶闷 聞闻 閱阅 闊阔 隊队 陽阳 陰阴 陣阵 階阶 際际 陸陆 陳陈 險险 隨随 隱隐 難难 雞鸡 霧雾 靜静 韓韩 頁页 頂顶 項项 順顺 須须 \
    預预 領领 頻频 題题 顏颜 額额 風风 飛飞 飯饭 飲饮 飾饰 館馆 馬马 駐驻 駕驾 驗验 騎骑 騙骗 騰腾 驅驱 驛驿 魚鱼 魯鲁 鮮鲜 鳥鸟 鴨鸭 鵝鹅 麥麦 黃黄 齡龄 龍龙 週周 採采 滯滞 彙汇 \
    匯汇 佈布 佔占 僱雇 儘尽 徵征 捲卷 擧举 檯台 臺台 颱台 淩凌 製制 誌志 鬆松 鬥斗 鬱郁 註注 贊赞 讚赞 遊游 隻只 鹼碱 麵面 蔔卜 範范 醜丑 薦荐 蹟迹 跡迹 籤签 繫系 係系 傢家 僕仆 \
    兇凶 剷铲 劵券 叢丛 吿告 卻却 咼呙 嘩哗 噸吨 囑嘱 囪囱 國国 墾垦 夥伙 奧奥 妝妆 姦奸 嬰婴 孿孪 寢寝 屆届 嶄崭 巖岩 幀帧 幟帜 廂厢 廈厦 彥彦 徠徕 恆恒 悅悦 惱恼 慘惨 慚惭 慾欲 \
    憐怜 懲惩 懸悬 戔戋 戧戗 扺抵 拚拼 挾挟 捨舍 掄抡 掙挣 揹背 搗捣 摑掴 摺折 撐撑 撓挠 擱搁 攜携 攤摊 攪搅 敎教 斃毙 晝昼 暈晕 曆历 曬晒 朧胧 棲栖 棗枣 槳桨 樁桩 橢椭 檔档 檳槟 \
    櫥橱 櫻樱 欽钦 殲歼 毆殴 毿毵 氈毡 汙污 洶汹 淚泪 淪沦 淵渊 淺浅 渦涡 湧涌 滌涤 漿浆 潑泼 潤润 澀涩 澇涝 澤泽 濰潍 濾滤 瀆渎 瀉泻 瀏浏 瀕濒 瀝沥 瀟潇 瀰弥 灃沣 灕漓 煒炜 煥焕 \
    熒荧 燉炖 爍烁 牘牍 犢犊 狹狭 猶犹 獵猎 璽玺 瓊琼 甌瓯 疇畴 癒愈 皺皱 盞盏 瞞瞒 矚瞩 矯矫 硯砚 碩硕 磯矶 禦御 稅税 稈秆 穀谷 穌稣 穎颖 窩窝 竅窍 筍笋 箏筝 篩筛 籠笼 籲吁 粵粤 \
    糞粪 紮扎 紗纱 綁绑 綜综 緻致 縫缝 纖纤 纜缆 罈坛 聳耸 脈脉 膽胆 臟脏 艷艳 蔣蒋 薈荟 藍蓝 蘊蕴 蝕蚀 蝦虾 衆众 衊蔑 複复 褲裤 襪袜 訣诀 詐诈 誘诱 誨诲 諧谐 諾诺 謎谜 謠谣 譴谴 \
    賦赋 賞赏 賭赌 賽赛 贓赃 踴踊 軀躯 輻辐 轎轿 轟轰 辯辩 邏逻 鄔邬 醬酱 釀酿 釣钓 鈣钙 鉀钾 銘铭 鋒锋 鋤锄 錦锦 鍛锻 鍵键 鎂镁 鎢钨 鏟铲 鑄铸 鑑鉴 鑰钥 鑽钻 閘闸 閣阁 閥阀 闡阐 \
    闢辟 陝陕 陞升 雛雏 霽霁 韌韧 韻韵 頌颂 頓顿 頒颁 頗颇 頤颐 頸颈 顆颗 顧顾 顯显 飄飘 餅饼 餘余 餚肴 饑饥 饒饶 馴驯 駁驳 駱骆 騷骚 驕骄 驚惊 驟骤 髒脏 鬧闹 魷鱿 鮑鲍 鯉鲤 鰲鳌 \
    鷹鹰 鹵卤 麼么 黴霉 齒齿";

static SIMPLE: LazyLock<HashMap<char, char>> = LazyLock::new(|| {
    let pair = |pair: &str| {
        let mut chars = pair.chars();
        Some((chars.next()?, chars.next()?)).filter(|(one, other)| one.len_utf8() == other.len_utf8())
    };
    PAIRS.split_whitespace().filter_map(pair).collect()
});

/// The text in simplified characters; nothing where it has none but those, or where it would not be as long.
pub(super) fn simplified(text: &str) -> Option<String> {
    let simple: String = text.chars().map(|c| SIMPLE.get(&c).copied().unwrap_or(c)).collect();
    (simple != text && simple.len() == text.len()).then_some(simple)
}

/// A draft of the simplified text, or one with spaces for what is no part of it, with the words of the document itself: what stands in the one stands there in the other.
pub(super) fn in_own_words(mut draft: Draft, simple: &str, text: &str) -> Draft {
    let mut own = Own { simple, text, from: 0 };
    own.short(&mut draft.head.title.value);
    own.short(&mut draft.head.issuer.value);
    draft.head.number.iter_mut().for_each(|number| own.short(number));
    for section in &mut draft.sections {
        own.short(&mut section.title);
        section.tasks.iter_mut().for_each(|task| own.task(task));
        for theme in &mut section.themes {
            own.short(&mut theme.title);
            theme.tasks.iter_mut().for_each(|task| own.task(task));
        }
    }
    own.from = 0;
    draft.context.iter_mut().for_each(|sentence| own.quote(sentence));
    draft
}

/// The two texts, and how far quotes have been looked for.
struct Own<'t> {
    simple: &'t str,
    text: &'t str,
    from: usize,
}

impl Own<'_> {
    /// Puts the document's own words in the place of a quote. Quotes mostly follow each other.
    fn quote(&mut self, words: &mut String) {
        let find = |from: usize| {
            let rest = self.simple.get(from..)?;
            memmem::find(rest.as_bytes(), words.as_bytes()).map(|at| from + at)
        };
        let Some(at) = find(self.from).or_else(|| find(0)) else { return };
        if let Some(own) = self.text.get(at..at + words.len()) {
            own.clone_into(words);
            self.from = at;
        }
    }

    /// The same for a name, which stands anywhere; one that was put together stays as it is.
    fn short(&self, words: &mut String) {
        let found = memmem::find(self.simple.as_bytes(), words.as_bytes());
        if let Some(own) = found.and_then(|at| self.text.get(at..at + words.len())) {
            own.clone_into(words);
        }
    }

    fn task(&mut self, task: &mut DraftTask) {
        let simple = task.source.clone();
        self.quote(&mut task.source);
        let own = task.source.clone();
        let within = |words: &mut String| {
            // A name that was made of words of the quote: 停车位, with 数 behind.
            let stem = words.strip_suffix('数').filter(|_| !simple.contains(words.as_str())).unwrap_or(words);
            if let Some(found) = simple.find(stem).and_then(|at| own.get(at..at + stem.len())) {
                *words = format!("{found}{}", words.get(stem.len()..).unwrap_or(""));
            }
        };
        within(&mut task.title);
        for metric in &mut task.metrics {
            within(&mut metric.name);
            within(&mut metric.unit);
            within(&mut metric.says);
        }
        task.deadline.iter_mut().filter_map(|deadline| deadline.says.as_mut()).for_each(within);
        task.guesses.iter_mut().chain(&mut task.unsettled).for_each(within);
        task.headed.iter_mut().for_each(|words| self.short(words));
        let names = [&mut task.lead, &mut task.person, &mut task.leader];
        names.into_iter().flatten().chain(&mut task.support).for_each(|name| self.short(name));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_pair_is_as_long_as_the_other() {
        assert!(SIMPLE.len() > 700);
        assert_eq!(SIMPLE.len(), PAIRS.split_whitespace().count());
        assert_eq!(simplified("責任單位：規劃辦").as_deref(), Some("责任单位：规划办"));
        assert_eq!(simplified("责任单位"), None);
    }
}
