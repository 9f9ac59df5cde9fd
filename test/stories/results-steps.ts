/** The steps from the scores to the announced results, each in a few words. */
import type { Values } from '../world/fill.ts'
import type { World } from '../world/people.ts'

const OFFICE = '办公室 工作人员'
const CHAIR = '领导小组 组长'
export const LEAD_UNITS = ['纪检监察审计处', '保卫处', '宣传部', '学生处', '后勤管理处'] as const

/** Article 24: key, special, routine, as the notice says them. */
export async function setsCoefficients(
  w: World,
  unit: string,
  [key, special, routine]: readonly [key: string, special: string, routine: string],
): Promise<void> {
  const office = w.person(OFFICE)
  await office.says('权重系数')
  await office.taps('设置系数')
  await office.taps('保存系数', {
    单位: unit,
    重点工作目标系数: key,
    专项工作目标系数: special,
    常规工作目标系数: routine,
  })
}

/** The office changes values of one subject of the policy, as 考评计分. */
export async function changesPolicy(
  w: World,
  subject: string,
  values: Values,
  by: string = OFFICE,
): Promise<void> {
  const office = w.person(by)
  await office.says(`年度政策 ${subject}`)
  await office.taps('修改')
  await office.taps('保存', values)
}

export async function confirmsPolicy(w: World): Promise<void> {
  await w.person(CHAIR).says('年度政策')
  await w.person(CHAIR).taps('确认政策', { 当年通知文号: '校发〔2026〕12号' })
}

/** Article 31: each lead unit reports its area; `failed` are those that do not pass with one of them. */
export async function reportsGates(
  w: World,
  failed: { readonly [leadUnit: string]: Values } = {},
): Promise<void> {
  for (const unit of LEAD_UNITS) {
    const lead = w.person(`${unit} 联络员`)
    await lead.says('关口')
    if (failed[unit]) await lead.taps('提交本页', failed[unit])
    await lead.taps(failed[unit] ? '其余合格' : '全部合格')
  }
}

/** The chair sets the ratios (in percent, by the names of the cohorts) and ratifies with those ticked. */
export async function chooses(w: World, ratios: Values, named: Values = {}): Promise<void> {
  const chair = w.person(CHAIR)
  await chair.says('评优')
  await chair.taps('确定比例', ratios)
  await chair.taps('审定结果', named)
}

export async function announces(w: World): Promise<void> {
  await w.person(OFFICE).says('公布结果')
  await w.person(OFFICE).taps('公布结果')
}
