//! The words by which Chinese official documents tell what is to be done from what is said, parted by spaces.

use super::listed::Words;

/// Verbs that order work.
pub(super) static ORDERS: Words = Words::of(
    "\
    推进 加快 完成 选好 配强 配好 理顺 建设 开展 加强 落实 建立 健全 完善 深化 实施 组织 做好 抓好 抓实 抓紧 打造 启动 推行 推广 \
    优化 强化 制定 出台 编制 修订 印发 新建 改建 扩建 新增 改造 整治 治理 拆除 清理 整改 排查 化解 培育 引进 \
    招引 引导 扶持 支持 发放 举办 承办 筹办 创建 申报 争创 争取 建成 竣工 开工 维护 维修 修缮 修建 铺设 安装 \
    设立 成立 组建 配齐 配备 选优 选派 培训 宣传 普及 扩大 拓展 拓宽 盘活 挖掘 发展 壮大 做大 做强 做优 做实 \
    做深 巩固 稳定 保持 保护 修复 防范 防止 严防 严禁 严控 严查 严肃 严格 打击 整合 构建 搭建 布局 规划 谋划 \
    研究 探索 试点 开发 利用 使用 推出 上线 运行 运营 管理 监管 监督 督促 督查 检查 考核 评估 审计 公开 公布 \
    梳理 汇总 统计 调查 摸排 排摸 走访 慰问 关爱 帮扶 救助 保障 兜牢 兜住 守住 筑牢 织密 织牢 夯实 压实 压减 \
    压降 减少 降低 控制 解决 处置 办好 办理 办结 受理 回应 对接 衔接 配合 协调 协助 参与 融入 接受 执行 贯彻 \
    学习 传承 弘扬 发扬 丰富 繁荣 举行 召开 用好 用足 管好 建好 发挥 调整 转变 转型 改革 创新 突出 聚力 迎接 \
    提供 购置 采购 投入 筹措 安排 拨付 储备 收储 征收 动迁 腾退 回收 签约 落地 跟踪 跟进 深入 持续 继续 加大 \
    加密 加速 提速 提前 提质 鼓励 倡导 动员 发动 凝聚 团结 坚持 坚守 坚决 牢记 树立 履行 规范 简化 精简 缩短 \
    畅通 打通 打响 打好 打赢 擦亮 讲好 唱响 种植 栽植 补种 补齐 补强 美化 绿化 亮化 硬化 净化 疏浚 清淤 绘制 \
    建档 登记 发证 确权 颁证 注册 核实 核查 验收 评定 评选 表彰 奖励 追缴 追究 问责 提醒 告知 报送 上报 收集 \
    征集 开通 开放 启用 投用 推动 统筹 稳妥 均衡 关注 聚集 吸引 吸纳 促成 促使 增设 增加 增强 增进 扎实 深挖 \
    分析 对标 恢复 改善 改进 激励 激活 盯紧 紧盯 紧抓 狠抓 力促 严堵 守好 服务 注重 重点 简政 更新 升级 扩容 \
    铺开 覆盖 缓解 消除 消化 销号 销项 清零 杜绝 遏制 查处 淘汰 关停 承接 链接 联动 对口 结对 认领 种好 收好 \
    管住 抢抓 抢回 攻克 突破 牵头 负责 协同 参加 派驻 滚动 激发 释放 培养 选拔 引育 招聘 招商 推介 建强 筹建 \
    布设 布点 试行 先行 整理 归集 共享 联合 合作 共建 推选 换届 集中 做细 下沉 前移 延伸 扩面 再建 续建 重建 \
    发布 免收 减收 减半 允许 授权 授予 赋予 放宽 取消 禁止 限制 减免 免征 下放 不再 不受 给予 选取 遴选 厘清 细化 宣讲 汇聚 采用 计划 投资 盘清 摸清 编纂 提振 选树 公推 创办 领办 严守 深耕 明确 压紧 防控 应对 \
    清收 追回 挽回 整顿 复种 平整 封堵 调运 备足 迁移 更换 清退 实行",
);

/// Verbs that order work where a clause begins with them; elsewhere they are mostly nouns.
pub(super) static ACTS: Words = Words::of(
    "\
    通报 约谈 曝光 抄送 研判 会商 会同 调度 复查 回访 巡查 巡逻 巡防 值守 张贴 悬挂 播放 填报 录入 备案 移交 移送 封存 消杀 清运 抽查 抽检 暗访 自查 互查 督导 \
    推送 刊发 撰写 起草 草拟 印制 提交 报请 核定 测算 论证 审定 审查 公示 兑现 清偿 处罚 惩处 立案 劝导 疏散 转移 撤离 安置 接种 筛查 随访 复核 采集 核销 注销 吊销 \
    撤并 合并 划转 划定 确定 签订 签署 复垦 播种 抢收 抢种 派出 增派 选送 轮训 观摩 勘察 摘牌 揭牌",
);

/// Verbs that, behind other work, mostly say what it is for.
pub(super) static PURPOSES: Words = Words::of(
    "\
    实现 提升 提高 确保 促进 推动 增强 打通 擦亮 展现 奠定 保障 守好 营造 形成 助力 带动 释放 激发 让 使 为 \
    助推 赋能 满足 达到 突破 避免 防止 彰显 塑造 增进 力争 争取 以便 从而 努力 不断 切实 着力 更好 有效 增加 \
    降低 减少 缩短 保持 稳定 牢牢守住 转变 推进村级 发展壮大 进而 最大限度 最大程度",
);

/// Words that lead to the work after them.
pub(super) static LEAD_INS: Words = Words::of(
    "\
    结合 围绕 紧紧围绕 依托 根据 按照 依据 依照 立足 通过 利用 充分利用 有效利用 针对 聚焦 坚持 始终坚持 以 \
    借助 考虑 综合考虑 对照 遵循 本着 紧扣 瞄准 充分发挥 发挥 在 从 对于 经过 随着 面对 牢固树立 秉持 锚定 着眼 到 \
    为了 鉴于 借鉴 参照 运用 挂图作战 倒排工期 为迎接 为贯彻 为落实 为深入 为进一步 为切实 为全面 会议要求 会议强调 会议明确 会议决定 会议议定 全镇上下一心 \
    上下一心",
);

/// Those of them that no word of how makes a verb.
pub(super) static PREPOSITIONS: Words = Words::of(
    "\
    按照 围绕 结合 以 根据 依托 通过 针对 在 从 对照 坚持以 依据 依照 立足 聚焦",
);

/// Words in front of a verb that say how.
pub(super) static ADVERBS: Words = Words::of(
    "\
    进一步 继续 积极 着力 全面 扎实 持续 深入 稳步 有序 大力 不断 切实 认真 严格 全力以赴 全力 努力 主动 充分 \
    同步 深度 科学 有效 稳妥 坚决 统筹 重点 尽快 力争 争取 务必 要 将 须 应 必须 同时 并 还 再 及时 不间断 牢牢 \
    广泛 高效 高质量 高标准 高水平 精心 逐步 分类 依法 合理 加快 聚力 奋力 抓紧 集中 适时 定期 常态化 精准 率先 \
    确保 计划 拟 纵深 更大力度 因地制宜 一体 协同 有力 从严 从快 滚动 接续 全域 全方位 多渠道 多措并举 需要 需 \
    做到 稳慎 审慎 优先 提前 加大力度 全速 按期 按时 如期 年底前 到年底 年内 今年 第一时间 全程 逐项 逐一 全年 \
    本年度 上半年 下半年 一季度 二季度 三季度 四季度 第一季度 第二季度 第三季度 第四季度 赶在 结合实际 结合本地实际 结合自身实际 结合工作实际 每年 每半年 每季度 每季 每月 每周 每日 每天",
);

/// The ends of clauses that say in whose spirit work is done.
pub(super) static FRAMES: Words = Words::of(
    "\
    为指导 为统领 为引领 为主线 为抓手 为目标 为契机 为重点 为核心 为导向 为突破口 为牵引 为载体 为根本 的原则 \
    的要求 的思路 为中心 的 前提下 基础上 过程中 情况下 条件下 日内 期间 以来 之际 之后",
);

/// Verbs of work that ends.
pub(super) static ENDING: Words = Words::of(
    "\
    完成 建成 启动 开工 竣工 迎接 承办 创建 制定 出台 印发 编制 申报 新建 改建 扩建 举办 召开 购置 设立 成立 \
    组建 启用 投用 投入使用 通车 封顶 挂牌 验收 建造 引进 修订 争创 拆除 发布 上线 形成初步 试运行",
);

/// Words of work that goes on, even where a result is named.
pub(super) static ONGOING: Words = Words::of(
    "\
    持续 继续 常态 推进 加强 深化 保持 坚持 巩固 不断 加快 强化 做好 落实 开展 引导 配合 优化 提升 组织 推动 \
    支持 鼓励 统筹 聚焦",
);

/// Words of a heading over what has been done.
pub(super) static BACK: Words = Words::of(
    "\
    回顾 工作情况 完成情况 开展情况 进展情况 主要成绩 主要成效 工作成效 取得的成 执行情况 主要做法 存在的问题 \
    存在问题 主要问题 存在的主要 困难和问题 发展成就 工作成绩 基本情况 面临的形势 形势分析",
);

/// Ends of headings over what only says in which spirit work is done, for whom, or what words mean.
pub(super) static ONLY_SAYS: Words = Words::of(
    "\
    指导思想 基本原则 工作原则 重大意义 重要意义 必要性 适用范围 名词解释 指标解释 词语解释 名词注释 编制依据 编制背景",
);

/// Words of a heading over what is to be done.
pub(super) static AHEAD: Words = Words::of(
    "\
    安排 计划 打算 思路 任务 重点工作 工作要求 总体要求 工作目标 主要目标 举措 下一步 保障措施 组织保障 \
    工作措施 展望 目标要求 工作部署",
);

/// How a sentence or paragraph begins that tells what has been done.
pub(super) static SINCE: Words = Words::of(
    "\
    过去一年 过去的一年 过去五年 过去的五年 一年来 五年来 三年来 这五年 这一年 今年以来 去年以来 近年来 近几年 \
    年初以来 上半年， 上半年, 回顾 截至 截止 几年来 五年间 去年",
);

/// How a sentence begins that speaks to its hearers, or in front of, behind or between the work.
pub(super) static SPEAKS: Words = Words::of(
    "\
    各位代表 同志们 各位委员 现在，我代表 现在,我代表 请予审议 请审议 特此通知 请认真贯彻 请结合实际 现印发 \
    现将 印发给你们 来源： 责任编辑 抄送 联系人 联系电话 附件 附表 让我们 主送 发布日期 浏览次数 发文机关 索引号 \
    谢谢大家 主题词 本通知自 本方案自 本要点自 当前， 当前, 目前， 目前, 面对 随着 同时，我们也清醒 \
    同时,我们也清醒 同时，也清醒 我们也清醒 我们清醒 我们深切体会 我们深刻体会 实践证明 实践中 成绩来之不易 \
    成绩的取得 为深入贯彻 为进一步 为贯彻 为全面贯彻 为认真贯彻 为切实 为推进 为确保 为做好 存在的问题 \
    存在的主要 主要有以下 主要做了以下 重点做好以下 做好以下 重点抓好以下 抓好以下 要做好以下 着重抓好以下 \
    具体如下 任务如下 安排如下 汇报如下 制定本方案 制定如下 特制定 制定本 关键时期 关键之年 开局之年 收官之年 攻坚之年 \
    重要一年 关键一年 关键时期 交汇期 周年，也是 周年,也是 具有重要意义 当前和今后 以习近平 坚持以习近平 \
    会议认为 会议指出 会议听取 会议原则 会议审议 会议充分肯定 \
    高举中国特色 请各 请结合 经市政府同意 经县政府同意 经区政府同意 经省政府同意 经国务院同意 经镇政府同意",
);

/// What a sentence says that is no work, wherever it says so.
pub(super) static STATES: Words = Words::of(
    "\
    关键期 攻坚期 重大意义 关键时期 总体要求是 指导思想是 总的要求是 总体思路是 工作总要求 至关重要 意义重大 责任重大 具有重要意义 关键之年 \
    开局之年 收官之年 攻坚之年 重要一年 关键一年 通知如下 通报如下 清醒认识到 清醒看到 深切体会 深刻体会 来之不易 印发给你们 \
    请予审议 请审议 会审议。 妥否 主持召开 负责解释 自发布之日起 自印发之日起 自公布之日起 自公布施行 现提出 特制订 望全体 出席会议 列席会议 列席。",
);

/// Words in a sentence of what has been done.
pub(super) static DONE: Words = Words::of(
    "\
    考虑了 体现了 完成了 实现了 取得了 开展了 建成了 推进了 解决了 打造了 建立了 加强了 推动了 获得了 落实了 迈出了 召开了 \
    举办了 成立了 提升了 保障了 做到了 得到了 赢得了 提出了 明确了 充分体现 荣获 获评 同比增长 同比下降 \
    同比提高 已完成 已建成 已启动 已全部 均已 已达 已有 已经 累计完成 累计投入 得到有效 成效显著 成效明显 \
    取得积极 取得显著 取得明显 顺利完成 成功创建 有所提高 不断提高。 稳步提升。 位居 来之不易 作出了 编制了 \
    制定了 出台了 形成了 突出了",
);

/// Words that only an order has, whatever else stands in the sentence.
pub(super) static WILL: Words = Words::of(
    "\
    确保 力争 争取 必须 务必 年底前 月底前 计划 到20",
);

/// What a number may count, parted by spaces.
pub(super) static UNITS: Words = Words::of(
    "个百分点 % ％ 微克/立方米 微克每立方米 毫克/立方米 毫克/升 千克/亩 公斤/亩 吨标准煤/万元 \
    万平方米 平方公里 平方千米 平方米 万立方米 立方米 万亩 亩 公顷 公里 千米 米 \
    万亿元 亿元 万元 元 万吨 吨 亿斤 万千瓦时 亿千瓦时 亿千瓦 万千瓦 千瓦 兆瓦 吉瓦 亿方 万方 方 \
    万人次 人次 万人 人 万名 名 万户 户 万家 家 万个 个 处 条 万项 项 万场 场次 场 座 所 间 万套 套 台 万辆 辆 支 件 栋 幢 盏 \
    万株 株 棵 万头 头 万只 只 万羽 羽 万件 万支 万份 万本 本 万册 册 万张 万台 家次 件次 项次 万场次 课时 班 宗 对 批次 批 期 块 艘 部 张 份 篇 眼 口 页 万页 \
    卷 万卷 枚 幅 盆 笔 例 万例 尾 万尾 床 根 片 担 万担 亩次 万亩次 亿立方米 羊单位 万羊单位 万美元 亿美元 kg kWh mg/m³ \
    次 个工作日 工作日 个小时 小时 分钟 天 \
    辆次 台次 台套 套次 户次 架次 艘次 车次 班次 起 种 类 款 位 轮 组 节 学时 门 首 集 则 路 架 箱 标箱 斤 公斤 千克 克 升 度 分 档 蒸吨 P MW GW kW km ㎡",
);
/// Units of amounts: they stand in descriptions as often as in targets.
static AMOUNTS: Words = Words::of(
    "微克/立方米 微克每立方米 毫克/立方米 毫克/升 千克/亩 公斤/亩 吨标准煤/万元 万平方米 平方公里 平方千米 平方米 万立方米 立方米 万亩 亩 公顷 公里 千米 米 万亿元 亿元 万元 元 万吨 吨 亿斤 亿千瓦 万千瓦 千瓦 兆瓦 吉瓦 亿方 万方 方 担 万担 亩次 万亩次 亿立方米 万美元 亿美元 kg kWh mg/m³ 羊单位 万羊单位 箱 标箱 斤 公斤 千克 克 升 度 蒸吨 MW GW kW km ㎡ P 分",
);

/// Whether the unit is one of an amount.
pub(super) fn is_amount(unit: &str) -> bool {
    let bare = unit.split('/').next().unwrap_or(unit);
    let small = bare.trim_start_matches(['万', '亿', '千', '百']);
    [unit, bare, small].iter().any(|unit| AMOUNTS.names(unit))
}
