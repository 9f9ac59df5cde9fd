/** The office says where each goal, role, person and group place goes; or puts the whole reform away. */
import * as z from 'zod'
import type { Command, Meta, Prepared } from '../../../kernel/command.ts'
import { foldSubject, type Head } from '../../../kernel/subject.ts'
import type { Database } from '../../../store/database.ts'
import { getActor } from '../../queries.ts'
import { keepsUnits } from '../access.ts'
import { type ChosenByOffice, chooseOfReform, dropReform } from '../rules/choose.ts'
import type { Act, ReformState } from '../rules/reform.ts'
import type { ReformRefusal } from '../rules/refusals.ts'
import { UNIT_LENGTHS } from '../rules/wish.ts'
import { reformId, reformSubject } from '../subject.ts'

const id = z.string().max(200)
const goal = z.union([z.object({ to: id }), z.object({ drop: z.string().max(UNIT_LENGTHS.reason) })])

const payload = z.object({
  reform: z.int().positive(),
  choices: z.object({
    goals: z.record(id, goal).exactOptional(),
    otherGoals: id.exactOptional(),
    roles: z.record(z.string().max(400), id).exactOptional(),
    otherPeople: id.exactOptional(),
    teams: z.partialRecord(z.enum(['working', 'inspection', 'assessment']), id).exactOptional(),
  }),
})

export interface Step {
  readonly head: Head<ReformState>
  readonly act: Act
}

/** The reform and who acts on it; a refusal for whoever is not of the office. */
export async function loadStep(
  db: Database,
  reform: number,
  meta: Meta,
): Promise<Step | { readonly refusal: ReformRefusal }> {
  const [by, head] = await Promise.all([getActor(db, meta), foldSubject(db, reformSubject, reformId(reform))])
  if (!keepsUnits(by)) return { refusal: { code: 'office-units' } }
  return { head, act: { by: by.id, name: by.name, at: meta.at } }
}

const showing = (reform: number) => ({ name: 'reform', params: { reform } })

export const assignReformCommand: Command = {
  type: 'unit.assign',
  payload,
  async prepare(db, raw, meta): Promise<Prepared> {
    const { reform, choices } = payload.parse(raw)
    const step = await loadStep(db, reform, meta)
    if ('refusal' in step) return step
    const decision = chooseOfReform(step.head.state, choices as ChosenByOffice, step.act)
    if ('refusal' in decision) return { refusal: decision.refusal, show: showing(reform) }
    return {
      change: {
        subjects: [reformSubject.change(reformId(reform), step.head, decision.events)],
        notices: [],
        answer: { done: { code: 'reform-chosen' }, show: showing(reform) },
      },
    }
  },
}

const dropPayload = payload.pick({ reform: true })

export const dropReformCommand: Command = {
  type: 'unit.drop',
  payload: dropPayload,
  async prepare(db, raw, meta): Promise<Prepared> {
    const { reform } = dropPayload.parse(raw)
    const step = await loadStep(db, reform, meta)
    if ('refusal' in step) return step
    const decision = dropReform(step.head.state, step.act)
    if ('refusal' in decision) return { refusal: decision.refusal, show: showing(reform) }
    return {
      change: {
        subjects: [reformSubject.change(reformId(reform), step.head, decision.events)],
        notices: [],
        answer: { done: { code: 'reform-dropped' }, show: showing(reform) },
      },
    }
  },
}
