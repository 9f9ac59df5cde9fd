/** Rulebook 7: leaders travel, and others act in their name; in the chat, over the wire. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { journalEqualsState } from '../world/journal.ts'
import { type World, world } from '../world/people.ts'
import { standardCast } from './cast.ts'
import { refused } from './refused.ts'
import { proposes } from './steps.ts'

const OFFICE = '办公室 工作人员'
const CHAIR = '领导小组 组长'
const LEADER = '分管教学副校长'
const DELEGATE = '分管行政副校长'
const PHARMACY = standardCast('药学院')
const NURSING = standardCast('护理学院')
const DAY_MS = 86_400_000

describe('a leader in charge travels', { timeout: 120_000 }, () => {
  let w: World
  beforeAll(async () => {
    w = await world()
  })
  afterAll(() => w.stop())

  it('gives the duties away with one sentence, and both are told', async () => {
    const leader = w.person(LEADER)
    await leader.says(`委托 ${DELEGATE} 3月2日至3月10日`)
    leader.sees('委托他人代办', '2026-03-02', '2026-03-10')
    await leader.taps('确认委托')
    leader.sees(`已委托${DELEGATE}`, '3月2日至3月10日', '生效中')
    w.person(DELEGATE).sees('委托', LEADER, '全部职责', '3月2日至3月10日', '代办事项')
  })

  it('what asks for the leader’s act is sent to the delegate too, and says in whose name', async () => {
    await proposes(w, PHARMACY)
    w.person(LEADER).shown('药学院 2026年度目标审核')
    const delegate = w.person(DELEGATE)
    delegate.shown(`您代${LEADER}办理（至3月10日）`)
    await delegate.says('待办')
    delegate.sees(`代${LEADER}：药学院`, '待审核')
    await delegate.taps('去审核')
    delegate.sees(`您代${LEADER}办理（至3月10日）`, '药学院 2026年度目标审核')
  })

  it('of leader and delegate who tap together one wins, and the other sees by whom and the present card', async () => {
    const [leader, delegate] = [w.person(LEADER), w.person(DELEGATE)]
    const seen = leader.shown('药学院 2026年度目标审核')
    await delegate.taps('全部通过', {}, '药学院 2026年度目标审核')
    delegate.sees('药学院', `${LEADER}（${DELEGATE}代）`)
    await leader.tapsOld(seen, '全部通过')
    leader.sees(`${LEADER}（${DELEGATE}代）`)
    expect(w.db.raw("SELECT by_person, in_name_of FROM journal WHERE type = 'plan.reviewed'")).toEqual([
      { by_person: 'LD2', in_name_of: 'LD1' },
    ])
  })

  it('typed words with the name do the same', async () => {
    await proposes(w, NURSING)
    const delegate = w.person(DELEGATE)
    await delegate.says(`代${LEADER} 审核`)
    delegate.sees(`您代${LEADER}办理`, '护理学院')
    await delegate.says(`代${LEADER}`)
    delegate.sees('护理学院', '待审核')
    await delegate.says('审核')
    delegate.seesNo('护理学院')
  })

  it('a forwarded card of the delegate gives nobody a right', async () => {
    const card = w.person(DELEGATE).shown('护理学院 2026年度目标审核')
    expect(await refused(w, CHAIR, card, '全部通过')).toContain(`您没有${LEADER}的委托`)
  })

  it('no delegation of a delegation: the delegate of one is nobody’s principal for it', async () => {
    const delegate = w.person(DELEGATE)
    await delegate.says(`代${LEADER} 委托 ${OFFICE} 3月3日至3月4日`)
    delegate.sees('不能再委托')
  })

  it('the same duty is not given to two at once', async () => {
    const office = w.person(OFFICE)
    await office.says(`委托 ${LEADER} 给 ${CHAIR} 3月9日至3月12日`)
    await office.taps('确认委托')
    office.sees(`已委托${DELEGATE}`, '3月2日至3月10日')
  })

  it('it ends by itself with its last day: both are told once, and the old card does nothing', async () => {
    const delegate = w.person(DELEGATE)
    const card = delegate.shown('护理学院 2026年度目标审核')
    await w.passes(9 * DAY_MS)
    await w.settled()
    w.person(LEADER).shown(`${DELEGATE}不再代您办理`)
    delegate.shown(`您不再代${LEADER}办理`)
    const told = (who: string) =>
      w
        .person(who)
        .messages()
        .filter((one) => one.text.includes('已到期')).length
    expect([told(LEADER), told(DELEGATE)]).toEqual([2, 2])
    expect(await refused(w, DELEGATE, card, '全部通过')).toContain(`${LEADER}的委托已于3月10日结束`)
    await delegate.says(`代${LEADER} 审核`)
    delegate.sees(`${LEADER}的委托已于3月10日结束，您不能再代办`)
  })

  it('the office gives it for the leader, and takes it back before its end', async () => {
    const [office, delegate] = [w.person(OFFICE), w.person(DELEGATE)]
    await office.says('委托')
    await office.taps('为他人办理')
    await office.taps('确认委托', {
      委托人: LEADER,
      受托人: DELEGATE,
      开始日期: '2026-03-12',
      结束日期: '2026-03-20',
      职责: ['分管校领导'],
    })
    delegate.sees('分管校领导', '3月12日至3月20日', '未开始')
    await w.passes(DAY_MS)
    delegate.sees('生效中')
    await delegate.taps('代办事项')
    await delegate.taps('去审核', {}, '护理学院')
    const card = delegate.shown('护理学院 2026年度目标审核')
    await office.says('委托')
    await office.taps('全部委托')
    await office.taps('查看', {}, LEADER)
    await office.taps('结束委托')
    w.person(LEADER).shown('已提前结束')
    expect(await refused(w, DELEGATE, card, '全部通过')).toContain('您不能再代办')
    await w.person(LEADER).taps('全部通过', {}, '护理学院 2026年度目标审核')
    await w.person(CHAIR).taps('全部审定', {}, '护理学院 2026年度目标审定')
    w.person(PHARMACY.head).shown('药学院')
  })

  it('the journal holds every delegation', async () => {
    expect(await journalEqualsState(w.db)).toContain('delegation')
  })
})
