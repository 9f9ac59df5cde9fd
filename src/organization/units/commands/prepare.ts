/** What the office wants of the units becomes a reform with a number; nothing takes effect before it is confirmed. */
import * as z from 'zod'
import type { Command, Meta, Prepared } from '../../../kernel/command.ts'
import { isLocalDate, type LocalDate } from '../../../kernel/time.ts'
import { findCurrentYear } from '../../../policy/queries.ts'
import type { Database } from '../../../store/database.ts'
import { loadOrganization } from '../../present.ts'
import { getActor } from '../../queries.ts'
import { keepsUnits } from '../access.ts'
import { wishFactsOf } from '../proposal/propose.ts'
import { nextReformNumber } from '../queries/reforms.ts'
import { readWish, typedWish } from '../read-wish.ts'
import { faultOfPaper, faultOfWish } from '../rules/check-wish.ts'
import { NO_REFORM } from '../rules/reform.ts'
import type { ReformRefusal } from '../rules/refusals.ts'
import { UNIT_LENGTHS } from '../rules/wish.ts'
import { reformId, reformSubject } from '../subject.ts'

const payload = z.object({
  wish: typedWish,
  document: z.string().max(UNIT_LENGTHS.document),
  on: z.string().refine(isLocalDate),
})

export const prepareReformCommand: Command = {
  type: 'unit.prepare',
  payload,
  async prepare(db, raw, meta): Promise<Prepared> {
    const { wish: typed, document, on } = payload.parse(raw)
    const by = await getActor(db, meta)
    if (!keepsUnits(by)) return refusal({ code: 'office-units' })
    const facts = await wishFacts(db, meta)
    const read = readWish(typed, facts.find)
    if ('refusal' in read) return refusal(read.refusal)
    const paper = { document: document.trim(), on: on as LocalDate }
    const fault = faultOfPaper(paper, facts) ?? faultOfWish(read.wish, facts)
    if (fault) return refusal(fault)
    const number = await nextReformNumber(db)
    const act = { by: by.id, name: by.name, at: meta.at }
    const event = { type: 'reform.prepared', wish: read.wish, paper, act } as const
    const head = { state: NO_REFORM, version: 0, hash: '' }
    return {
      change: {
        subjects: [reformSubject.change(reformId(number), head, [event])],
        notices: [],
        answer: {
          done: { code: 'reform-prepared' },
          show: { name: 'reform', params: { reform: number } },
        },
      },
    }
  },
}

const refusal = (why: ReformRefusal): Prepared => ({ refusal: why })

async function wishFacts(db: Database, { today }: Meta) {
  const [present, year] = await Promise.all([loadOrganization(db), findCurrentYear(db)])
  const facts = wishFactsOf({ today, present, year: year ? { year: year.year, specialLimit: 0 } : null })
  const units = [...present.units].flatMap(([id, { state }]) =>
    state.status === 'unlisted' ? [] : [{ id, ...state.record, listed: state.status === 'listed' }],
  )
  const find = (words: string) =>
    units.find(({ id }) => id === words) ??
    units.find(({ name, listed }) => name === words && listed) ??
    units.find(({ name }) => name === words)
  return { ...facts, find }
}
