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
} as const satisfies Readonly<Record<string, string>>

export type PicturesWords = Readonly<Record<keyof typeof picturesZh, string>>
