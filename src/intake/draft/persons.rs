//! People who are named beside or among units: 张三（副县长）, 县教育局（李四）, 教科室主任王五.

use super::listed::{Words, begins, ends, holds, words};
use super::offices::is_organ;

/// What a name in a list of units names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Named<'t> {
    /// The unit.
    pub(super) unit: Option<&'t str>,
    /// The person.
    pub(super) person: Option<&'t str>,
}

/// What people are called by what they do, the longer first.
static POSTS: Words = Words::of(
    "书记 主任 局长 县长 区长 市长 州长 省长 镇长 乡长 院长 校长 园长 科长 股长 所长 站长 处长 部长 主席 常委 总经理 经理 董事长 组长 队长 秘书长 \
    会长 厅长 厂长 馆长 行长 支队长 大队长 检察长 村长 委员 主管 总监 调研员 副县级 正县级 县领导 市领导 区领导 州领导 镇领导 县级领导 市级领导",
);
/// Names of families, of one character and of two.
const FAMILIES: &str = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章苏潘葛范彭郎鲁韦昌马苗凤花方俞任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄穆萧肖尹姚邵汪祁毛狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯管卢莫房裘缪干解应宗丁宣邓郁单杭洪包诸左石崔吉龚程嵇邢滑裴陆荣翁荀羊惠曲家封芮储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘厉戎祖武符刘景詹束龙叶幸司韶郜黎薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾毋沙乜养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公岳帅缑亢况有琴商牟佘佴伯赏墨哈谯笪年爱阳佟";
static DOUBLE: Words =
    Words::of("欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 宇文 长孙 司徒 夏侯 端木 轩辕 南宫");

/// A unit with a person's post and name is not longer, in characters.
const LONGEST: usize = 60;

/// What a name in a list of units names. A person is known by a post, or by a bracket behind a unit.
pub(super) fn named(words: &str) -> Named<'_> {
    let words = words.trim();
    let found = if words.chars().nth(LONGEST).is_none() { by_bracket(words).or_else(|| by_post(words)) } else { None };
    found.unwrap_or(Named { unit: Some(words), person: None })
}

/// 张三（副县长）, 县教育局（张三）, 县教育局（局长张三）.
fn by_bracket(words: &str) -> Option<Named<'_>> {
    let (front, inside) = words.strip_suffix(['）', ')'])?.split_once(['（', '('])?;
    let (front, inside) = (front.trim(), inside.trim());
    if is_person(front) && ends(inside, &POSTS) {
        return Some(Named { unit: None, person: Some(front) });
    }
    let person = Some(inside).filter(|inside| is_person(inside)).or_else(|| by_post(inside)?.person)?;
    is_organ(front).then_some(Named { unit: Some(front), person: Some(person) })
}

/// 副县长张三, 县教育局局长张三, 张三副县长.
fn by_post(words: &str) -> Option<Named<'_>> {
    if !holds(words, &POSTS) {
        return None;
    }
    let starts = || words.char_indices().map(|(at, _)| at);
    let behind = starts().filter_map(|at| words.split_at_checked(at)).find_map(|(front, rest)| {
        let unit = front.trim().trim_end_matches(['副', '正']);
        (ends(unit, &POSTS) && is_person(rest.trim())).then_some((unit, rest.trim()))
    });
    if let Some((front, person)) = behind {
        return Some(Named { unit: without_post(front), person: Some(person) });
    }
    let (person, post) = starts().skip(2).find_map(|at| {
        let (front, rest) = words.split_at_checked(at)?;
        (is_person(front) && POSTS.names(rest.trim_start_matches('副'))).then_some((front, rest))
    })?;
    (!post.is_empty()).then_some(Named { unit: None, person: Some(person) })
}

/// 县教育局副局长 as 县教育局; 副县长 is of none that is named.
fn without_post(words: &str) -> Option<&str> {
    let unit = super::listed::without_end(words, &POSTS)?.trim().trim_end_matches('副');
    is_organ(unit).then_some(unit)
}

/// Whether words may be the name of a person, and are no unit's: 张三, 欧阳小明.
fn is_person(words: &str) -> bool {
    let length = words.chars().count();
    let han = words.chars().all(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
    let short = (2..=3).contains(&length) && words.starts_with(|c| FAMILIES.contains(c));
    let double = (3..=4).contains(&length) && begins(words, &DOUBLE);
    han && (short || double) && !is_organ(words) && !ends(words, &POSTS) && !begins(words, words!("全体 全部 国家"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_stand_beside_units() {
        for (words, unit, person) in [
            ("张三（副县长）", None, Some("张三")),
            ("副县长张三", None, Some("张三")),
            ("张三副县长", None, Some("张三")),
            ("县教育局（李四）", Some("县教育局"), Some("李四")),
            ("县教育局（副局长李四）", Some("县教育局"), Some("李四")),
            ("教科室主任王小五", Some("教科室"), Some("王小五")),
            ("县教育局副局长欧阳小明", Some("县教育局"), Some("欧阳小明")),
            ("各镇（街道）", Some("各镇（街道）"), None),
            ("县政府办公室", Some("县政府办公室"), None),
            ("文旅局", Some("文旅局"), None),
        ] {
            assert_eq!(named(words), Named { unit, person }, "{words}");
        }
    }
}
