/** What stands behind whole pictures, in Chinese: asked for when somebody opens it. */
export const picturesZh = {
  'about.cv': '蓝线为所选指标各次模拟的中位数，灰线为其余指标；短虚线为基线，长虚线为限值。',
  'about.swarm': '每个点为一所学校，按城乡类型取形状与颜色，空心为不足标准的 85%；长虚线为标准，点线为其 85%；折线以上的学校超出纵轴。',
  'about.map': '每个标记为一所学校，位置为示意；形状与颜色为城乡类型，角标为该项状态，九年一贯制学校两学段各一个。',
  'about.chance': '每个点为一所初中；毕业生不足 10 人的学校不计入最高与最低之差。',
  'about.years': '实线为方案各次模拟的中位数，浅带为其中居中的约五分之四，短虚线为同种子的基线。',
  'about.cost': '彩柱为各政策组，零线以下为节省；短横线为当年合计，竖线为各次模拟当年合计居中的约五分之四。',
  'about.lorenz': '学生按所在学校该项数值由低到高排列，横轴为人数累计占比，纵轴为其所占总量的份额。',
  'about.flows': '带或弧线的粗细为教师人次，同一人多次流动逐次计。',
  'about.standard': '{level}标准 {standard}，85% 为 {floor}',
  'about.standard.none': '本标准未规定各校须达到的数值',
  'about.model': '由模型逐人模拟得出，规则与参数见模型说明',
  'caution.none': '{level}没有参评学校：结论不含{level}。',
  'caution.few': '{level}参评学校仅 {count} 所：差异系数仍按限值判定，但增减一名教师就可能改变结果。',
  'caution.one': '{level}参评学校仅 1 所：没有学校可比，差异系数总是 0，不说明均衡。',
  'caution.missing': '缺数据，无法判定，不计为达标：{items}',
  'caution.zero': '全县为 0，差异系数无从计算，不计为达标：{items}',
  'caution.mend': '补充数据',
  'lorenz.none': '{year} 年{item}：没有可画的曲线，无参评学校或全县为 0',
  'lorenz.title': '{year} 年，条件最弱的学校（就读学生占 20%）拥有全县{item}的 {share}（{first} 年为 {before}）',
  'lorenz.subtitle': '{level}，按学生数累计；越靠近对角线越均衡。虚线为首年。第 1 次模拟',
  'lorenz.point': '{year} 年：条件最弱的学校（就读学生占 {pupils}）拥有{item}的 {share}',
  'lorenz.pupils': '学生累计占比（由弱到强）',
} as const satisfies Readonly<Record<string, string>>

export type PicturesWords = Readonly<Record<keyof typeof picturesZh, string>>
