/** A previewed roster is applied whole, or dropped. */
import * as z from 'zod'
import type { Command, Meta } from '../../kernel/command.ts'
import { foldSubject } from '../../kernel/subject.ts'
import type { OrganizationDeps } from '../deps.ts'
import { actOf, type Examined, examineRoster, type Proposal } from '../examine.ts'
import { entryIn } from '../present.ts'
import { reorganize } from '../reorganize.ts'
import { countLines } from '../roster/line.ts'
import { type ApplyFacts, applyRoster, dropRoster, type Importer } from '../rules/roster.ts'
import { newsOfStandards, type StandardMove } from '../standards/news.ts'
import { rosterSubject } from '../subjects.ts'
import { newsOfUnits } from '../units-news.ts'
import { importerOf, type Right } from './right.ts'

const payload = z.object({
  roster: z.string().regex(/^[0-9a-f]{64}$/),
  /** Version of the organization that the preview showed. */
  seen: z.int(),
})

export function applyRosterCommand(deps: OrganizationDeps, right: Right): Command {
  return {
    type: 'roster.apply',
    payload,
    async prepare(db, raw, meta) {
      const { roster, seen } = payload.parse(raw)
      const subject = `roster:${roster}` as const
      const show = { name: 'roster', params: { roster } }
      const head = await foldSubject(db, rosterSubject, subject)
      const examined =
        head.state.status === 'read'
          ? await examineRoster(db, deps.blobs, head.state.rows, meta.today)
          : undefined
      const importer = await importerOf(db, right, meta)
      const decision = applyRoster(head.state, factsOf(examined, seen), importer, actOf(meta))
      if ('refusal' in decision) return { refusal: decision.refusal, show }
      const proposal = examined && 'difference' in examined ? examined : undefined
      if (!proposal) throw new Error(`roster ${roster} was applied without a proposal`)
      const event = { type: 'school.roster-applied', roster } as const
      const news = await newsOfStandards(db, movesOf(proposal), actorOf(importer, meta))
      return {
        change: {
          subjects: [
            rosterSubject.change(subject, head, decision.events),
            ...reorganize(proposal.present, proposal.difference, event),
          ],
          notices: [],
          also: [...news.statements, ...(await newsOfUnits(db, proposal, roster, meta.at))],
          answer: { done: { code: 'roster-applied', ...countLines(proposal.difference.lines) }, show },
        },
      }
    },
  }
}

/** The standards that it changes, with what they were. */
function movesOf({ present, difference }: Proposal): StandardMove[] {
  return difference.workItems.flatMap(({ id, events }) => {
    const head = entryIn(present.workItems, id)
    return events.flatMap((event) => {
      if (!('record' in event) || head.state.status !== 'listed') return []
      const { name, standard } = event.record
      const version = head.version + events.length
      return [{ item: id, version, name, before: head.state.record.standard, after: standard }]
    })
  })
}

const actorOf = (importer: Importer, { by, at, today }: Meta) => ({
  by,
  at,
  today,
  name: importer === 'operator' ? '系统管理员' : importer.name,
})

function factsOf(examined: Examined | undefined, seen: number): ApplyFacts {
  const nothing = { added: 0, changed: 0, ended: 0 }
  if (!examined) return { seen, present: seen, faults: 0, counts: nothing }
  if ('faults' in examined) return { seen, present: seen, faults: examined.faults.length, counts: nothing }
  const { present, difference } = examined
  return { seen, present: present.school.version, faults: 0, counts: countLines(difference.lines) }
}

const dropPayload = payload.pick({ roster: true })

export const dropRosterCommand: Command = {
  type: 'roster.drop',
  payload: dropPayload,
  async prepare(db, raw, meta) {
    const { roster } = dropPayload.parse(raw)
    const subject = `roster:${roster}` as const
    const show = { name: 'roster', params: { roster } }
    const head = await foldSubject(db, rosterSubject, subject)
    const decision = dropRoster(head.state, await importerOf(db, 'office', meta), actOf(meta))
    if ('refusal' in decision) return { refusal: decision.refusal, show }
    return {
      change: {
        subjects: [rosterSubject.change(subject, head, decision.events)],
        notices: [],
        answer: { done: { code: 'roster-dropped' }, show },
      },
    }
  },
}
