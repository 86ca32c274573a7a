//! Whose work a piece of a sentence is by its own words, with who helps: 由甲局牵头，乙局配合; 甲局会同乙局开展; 在甲局指导下，乙局….

use crate::plan::meant::units::{Role, units};

use super::clauses::clauses;
use super::duties::{Subject, appointed, joined, subject};
use super::fields::{Fields, by_verbs};
use super::headings::number;
use super::listed::{ends, without, without_end, words};
use super::offices::is_sure;
use super::verbs::{Opening, opening, without_day};

/// What the words of a task say of whose work it is. Whoever is named behind work that is ordered of nobody
/// helps with it.
pub(super) fn agents(text: &str) -> Option<Fields> {
    let bare = number(text).map_or(text, |(_, rest)| rest);
    let mut found = Fields::default();
    let mut ordered = false;
    for clause in clauses(bare) {
        let words = clause.words(bare);
        if let Some(own) = labelled(words) {
            found.add(own);
            continue;
        }
        match of_clause(words) {
            Some(own) if ordered && found.lead.is_none() && !is_led(words) => found.help(own),
            Some(own) => found.add(own),
            None => ordered |= found.lead.is_none() && opening(words) == Opening::Order,
        }
    }
    found.names_units().then_some(found)
}

/// 甲局具体负责: who answers, whatever stands before.
fn is_led(words: &str) -> bool {
    ends(words, words!("具体负责 牵头负责 负责落实 具体承办"))
        && by_verbs(words).is_some_and(|found| found.names_lead())
}

/// What one clause says of it.
fn of_clause(words: &str) -> Option<Fields> {
    let helps = || by_verbs(words.trim_start_matches('由')).map(|found| Fields { deadline: None, ..found });
    helps().or_else(|| guides(words)).or_else(|| does(words))
}

/// 责任单位为甲局.
fn labelled(words: &str) -> Option<Fields> {
    let labels = words!("责任单位为 牵头单位为 责任部门为 牵头部门为 责任科室为 承办单位为 责任主体为");
    let mut found = Fields::default();
    found.name_units(without(words, labels)?, Role::Lead);
    found.names_units().then_some(found)
}

/// 在县委宣传部指导下: who helps with what follows.
fn guides(words: &str) -> Option<Fields> {
    let names = without_end(words.strip_prefix('在')?, words!("指导下 配合下 支持下"))?;
    let mut found = Fields::default();
    let sure = units(names).iter().all(|(name, _)| is_sure(name));
    found.name_units(Some(names).filter(|_| sure)?, Role::Support);
    found.names_units().then_some(found)
}

/// 甲局会同乙局开展, 由甲局组建: who does it.
fn does(words: &str) -> Option<Fields> {
    let mut found = Fields::default();
    if let Some((names, partners)) = joined(words.trim_end_matches(['，', ','])) {
        found.name_units(names, Role::Lead);
        found.name_units(partners, Role::Support);
        return Some(found);
    }
    // 9月5日前各班完成班会: the day stands in front.
    if let Some(Subject { names, partners, .. }) = subject(without_day(words)) {
        found.name_units(names, Role::Lead);
        found.name_units(partners, Role::Support);
    }
    appointed(words).into_iter().for_each(|names| found.name_units(names, Role::Lead));
    found.names_units().then_some(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_says_whose_work_it_is() {
        for (text, found) in [
            ("县教育局会同县民政局、县残联开展送教上门", Some("县教育局|县民政局 县残联")),
            ("县财政局要会同县农业农村局于8月20日前将资金拨付到位", Some("县财政局|县农业农村局")),
            ("由县司法局组建法律服务团3个", Some("县司法局|")),
            ("6月15日前，县农业农村局要完成种子抽检", Some("县农业农村局|")),
            ("各乡镇负责排查隐患，县水利局指导", Some("各乡镇|县水利局")),
            ("在县委宣传部指导下，县文旅局举办展览3场", Some("县文旅局|县委宣传部")),
            ("新建充电桩18个，责任单位为项目办", Some("项目办|")),
            ("各乡镇、县民政局确保参保率100%", Some("各乡镇|县民政局")),
            ("由县自然资源局根据意见修改完善", Some("县自然资源局|")),
            ("县商务局牵头，县文旅局、县融媒体中心配合，举办活动8场", Some("县商务局|县文旅局 县融媒体中心")),
            ("对发现的14处问题，由县住建局牵头、有关乡镇配合，8月底前销号", Some("县住建局|")),
            ("请甲乡、乙镇人民政府于8月11日前将方案报县政府", Some("甲乡|乙镇人民政府")),
            ("管线改造由县燃气公司、县水务公司分别负责3公里和4公里", Some("县燃气公司|县水务公司")),
            ("局执法大队会同县公安局，对货源地开展联合治超", Some("局执法大队|县公安局")),
            ("由分管领导牵头，甲乡农业办具体负责", Some("甲乡农业办|")),
            ("由东区政府负责62户、西区政府负责25户", Some("东区政府|西区政府")),
            ("考核由县投资促进局会同县政府督查室组织实施", Some("县投资促进局|县政府督查室")),
            ("其中人民路隧道等5处7月25日前完成，其余7处8月15日前完成", None),
            ("更新情况由县数据中心按月通报", Some("县数据中心|")),
            ("县审计局对资金使用情况开展跟踪审计", Some("县审计局|")),
            ("县气象局每日发布服务信息", Some("县气象局|")),
            ("9月5日前各班完成主题班会", Some("各班|")),
            ("由县政府督查室对事项进行督办", Some("县政府督查室|")),
            ("在县委正确领导下，推进改革", None),
            ("提高民生类政府投资比重", None),
            ("完成细化后报办公室汇总", None),
            ("会同县工信局遴选企业80家", Some("-|县工信局")),
            ("完善制度，县财政局落实经费", Some("-|县财政局")),
            ("推进县人民医院建设", None),
            ("乡镇卫生院改造完成5家", None),
            ("出租率由68%提升至82%", None),
            ("各有关单位要加强协作", None),
            ("全体干部组织学习", None),
        ] {
            let shown = agents(text)
                .map(|found| format!("{}|{}", found.lead.as_deref().unwrap_or("-"), found.support.join(" ")));
            assert_eq!(shown.as_deref(), found, "{text}");
        }
    }
}
