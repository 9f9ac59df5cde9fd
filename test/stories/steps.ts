/** The steps of a year, each in a few words, for the units that a story does not dwell on. */
import type { Values } from '../world/fill.ts'
import type { World } from '../world/people.ts'
import { type Cast, type Planned, shortPlan } from './cast.ts'

export async function drafts(w: World, who: string, unit: string, goals: readonly Planned[]): Promise<void> {
  const drafter = w.person(who)
  for (const { kind, values } of goals) {
    await drafter.says('填报目标')
    if (drafter.lastCard().text.includes('请选择单位')) await drafter.taps(unit, {}, '请选择单位')
    await drafter.taps(`填报${kind}`, {}, unit)
    await drafter.taps('保存目标', values)
  }
}

export async function sends(w: World, who: string, unit: string, year = 2026): Promise<void> {
  const sender = w.person(who)
  await sender.says('报送')
  if (sender.lastCard().text.includes('请选择单位')) await sender.taps(unit, {}, '请选择单位')
  await sender.taps('报送', {}, `${unit} ${year}年度目标填报`)
}

/** All parts of the plan are drafted and sent to the leader in charge. */
export async function proposes(w: World, cast: Cast, plan?: readonly Planned[], year = 2026): Promise<void> {
  const goals = plan ?? shortPlan(year)
  const byOthers = goals.filter((goal) => cast.drafted.includes(goal.kind))
  const byUnit = goals.filter((goal) => !cast.drafted.includes(goal.kind))
  await drafts(w, cast.drafter, cast.unit, byOthers)
  await drafts(w, cast.contact, cast.unit, byUnit)
  await sends(w, cast.head, cast.unit, year)
  await sends(w, cast.sender, cast.unit, year)
}

/** The leader in charge passes what he did not draft himself, the chair ratifies. */
export async function brings(w: World, cast: Cast, year = 2026): Promise<void> {
  const of = `${cast.unit} ${year}年度目标`
  if (
    w
      .person(cast.leader)
      .messages()
      .some((one) => one.text.includes(`${of}审核`))
  )
    await w.person(cast.leader).taps('全部通过', {}, `${of}审核`)
  await w.person('领导小组 组长').taps('全部审定', {}, `${of}审定`)
}

export async function enters(w: World, phase: string): Promise<void> {
  const office = w.person('办公室 工作人员')
  await office.says('阶段')
  await office.taps(`进入${phase}`)
}

/** A member fills in a sheet and sends it. */
export async function scores(w: World, member: string, unit: string, marks: Values): Promise<void> {
  const assessor = w.person(member)
  await assessor.says('打分')
  await assessor.taps('打分', {}, unit)
  await assessor.taps('保存本页', marks, `考核打分：${unit}`)
  await assessor.taps('提交评分', {}, `考核打分：${unit}`)
}

/** All score alike, the convenor opens and proposes what they gave, all agree. */
export async function assesses(w: World, cast: Cast, marks: Values): Promise<void> {
  for (const member of cast.assessors) await scores(w, member, cast.unit, marks)
  const [convenor, ...members] = cast.assessors
  await opens(w, convenor, cast.unit)
  await w.person(convenor).taps('填写意见', {}, `合议：${cast.unit}`)
  await w.person(convenor).taps('保存本页', {}, `合议意见：${cast.unit}`)
  await w.person(convenor).taps('提出意见', {}, `合议意见：${cast.unit}`)
  for (const member of members) await w.person(member).taps('同意', {}, `合议：${cast.unit}`)
}

export async function opens(w: World, convenor: string, unit: string): Promise<void> {
  await w.person(convenor).says('待办')
  await w.person(convenor).taps('去开启', {}, unit)
  await w.person(convenor).taps('开启合议', {}, `合议：${unit}`)
}

/** Everything that waits for the person, as 待办 lists it. */
export async function waitingFor(w: World, who: string): Promise<string> {
  await w.person(who).says('待办')
  return w.person(who).lastCard().text
}
