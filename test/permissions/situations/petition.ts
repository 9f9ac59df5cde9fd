/** Petitions of T1: just written, entrusted to a member with a proposal, answered, and passed to 教务处. */
import { petition as program } from '../../../src/execution/petition/chapter.ts'
import type { JsonObject } from '../../../src/kernel/decision.ts'
import { type PetitionWorld, petitionWorld } from '../../execution/petition-world.ts'
import { petition } from '../rights/petition.ts'
import { everybodyIn, once, type Situations, situation } from './situation.ts'

const AT = '2026-03-02T03:00:00.000Z'
const RIGHTS = {
  commands: program.commands,
  byRight: ['foreign-petition', 'unentrusted-petition', 'foreign-passing'],
  byPhase: ['closed-petitions'],
}

async function does(w: PetitionWorld, by: string, type: string, payload: JsonObject): Promise<void> {
  const outcome = await w.do(by, type, payload)
  if (!outcome.ok) throw new Error(`${type} by ${by}: ${outcome.refusal.code}`)
}

const written = once(async () => {
  const w = await petitionWorld()
  everybodyIn(w.db, ['T1'])
  const [fresh, entrusted, answered, passed] = [
    await w.write('T1', { text: '一' }),
    await w.write('T1', { text: '二' }),
    await w.write('T1', { text: '三' }),
    await w.write('T1', { text: '四' }),
  ]
  await does(w, 'CH', 'petition.entrust', { petition: entrusted.number, to: 'LM1' })
  await does(w, 'CH', 'petition.reply', {
    ...sight(w, answered.number),
    step: 'petition.answered',
    text: '已处理',
  })
  await does(w, 'CH', 'petition.pass', { ...sight(w, passed.number), to: '教务处', text: '请核实' })
  return { w, fresh, entrusted, answered, passed }
})
type Written = Awaited<ReturnType<typeof written>>

/** As `written`, and LM1 has proposed to pass it on. */
const proposed = once(async () => {
  const w = await petitionWorld()
  everybodyIn(w.db, ['T1'])
  const { number } = await w.write('T1')
  await does(w, 'CH', 'petition.entrust', { petition: number, to: 'LM1' })
  await does(w, 'LM1', 'petition.pass', { ...sight(w, number), to: '教务处', text: '请核实' })
  return { w, number, proposal: w.seen(number) }
})

const sight = (w: PetitionWorld, petitionNumber: string): JsonObject => ({
  petition: petitionNumber,
  seen: w.seen(petitionNumber),
})

const of =
  (name: string, payload: (all: Written) => JsonObject, unit: 'JX01' | 'XZ01' = 'JX01', author?: string) =>
  async () => {
    const all = await written()
    return situation(petition, name, { db: all.w.db, at: AT, ...RIGHTS }, unit, payload(all), author)
  }

const answer = { step: 'petition.answered', text: '已了解' } as const

export const petitionSituations: Situations = new Map([
  ['write', of('write', () => ({ text: '食堂价格', hidden: true, opened: 'a new form' }))],
  ['add', of('add', ({ fresh }) => ({ handle: fresh.handle, text: '补充一句' }), 'JX01', 'T1')],
  ['reply', of('reply', ({ w, fresh }) => ({ ...sight(w, fresh.number), ...answer }))],
  [
    'reply, entrusted',
    of('reply, entrusted', ({ w, entrusted }) => ({ ...sight(w, entrusted.number), ...answer })),
  ],
  ['entrust', of('entrust', ({ fresh }) => ({ petition: fresh.number, to: 'LM1' }))],
  ['close', of('close', ({ w, answered }) => sight(w, answered.number))],
  ['pass', of('pass', ({ w, fresh }) => ({ ...sight(w, fresh.number), to: '教务处', text: '请核实' }))],
  [
    'consent',
    async () => {
      const { w, number, proposal } = await proposed()
      const payload = { petition: number, proposal, agree: true }
      return situation(petition, 'consent', { db: w.db, at: AT, ...RIGHTS }, 'JX01', payload)
    },
  ],
  [
    'report',
    of(
      'report',
      ({ w, passed }) => ({ petition: passed.number, place: w.seen(passed.number), text: '已核实' }),
      'XZ01',
    ),
  ],
])
