/** `person.replace`: everything that was shown passes in one commit, whatever chapter it belongs to. */
import type { Change, Command, Meta, Prepared } from '../../../kernel/command.ts'
import type { HandsOver } from '../../../kernel/handover.ts'
import type { SubjectChange } from '../../../kernel/subject.ts'
import type { Instant } from '../../../kernel/time.ts'
import type { Database } from '../../../store/database.ts'
import { loadDutyNames } from '../../delegation/duty-names.ts'
import { NOTHING_MOVES } from '../../part.ts'
import { getActor } from '../../queries.ts'
import { reorganize } from '../../reorganize.ts'
import { newsOfUnits } from '../../units-news.ts'
import type { PeopleDone } from '../done.ts'
import { loadReplacement, type Proposal } from '../load.ts'
import { tellReplacement } from '../notices.ts'
import { type ReplacePayload, replacePayload } from '../payload.ts'
import { insertDeparture, insertReplacement, type Moved } from '../rows.ts'
import { keepsPeople, openRoles, type Replaced, replacePerson, roleKey, unitKey } from '../rules/replace.ts'

export function replacePersonCommand(handsOver: () => readonly HandsOver[]): Command {
  return {
    type: 'person.replace',
    payload: replacePayload,
    async prepare(db, raw, meta): Promise<Prepared> {
      const wish = replacePayload.parse(raw)
      if (!keepsPeople(await getActor(db, meta))) return { refusal: { code: 'foreign-people' } }
      const show = { name: 'replacement', params: paramsOf(wish) }
      const proposal = await loadReplacement(db, handsOver(), wish, meta)
      if (!proposal) return { refusal: { code: 'stale-replacement' }, show }
      const { present, facts } = proposal
      const decision = replacePerson(facts)
      if ('refusal' in decision) return { ...decision, show }
      const isStale = wish.seen !== present.school.version || wish.mark !== proposal.mark
      if (isStale) return { refusal: { code: 'stale-replacement' }, show }
      return { change: await changeOf(db, proposal, decision.replaced, meta) }
    },
  }
}

async function changeOf(db: Database, proposal: Proposal, replaced: Replaced, meta: Meta): Promise<Change> {
  const { present, facts, delegations } = proposal
  const { leaver, successor, leaves, days } = facts
  const number = present.school.version + 1
  const units = { ...NOTHING_MOVES, units: replaced.units }
  const done: PeopleDone = {
    ...{ code: 'person-replaced', leaves, leaver: leaver.name, successor: successor.name },
  }
  // Who leaves has no account any more.
  const ended = delegations.notices.filter(({ to }) => !(leaves && to === leaver.id))
  return {
    subjects: await subjectsOf(db, proposal, replaced, { number, at: meta.at }),
    notices: [...(await tellReplacement(db, facts, number, meta)), ...ended],
    also: [
      ...(await newsOfUnits(db, { present, difference: units }, `replace-${number}`, meta.at)),
      ...(leaves ? [insertDeparture(leaver.id, days.yesterday, meta.at)] : []),
    ],
    answer: { done, show: { name: 'replaced', params: { number } } },
  }
}

interface Made {
  /** The version of the organization that it makes. */
  readonly number: number
  readonly at: Instant
}

const paramsOf = ({ leaver, successor, keep, leaves }: ReplacePayload) => ({
  leaver,
  successor,
  keep,
  leaves,
})

async function subjectsOf(
  db: Database,
  proposal: Proposal,
  replaced: Replaced,
  made: Made,
): Promise<SubjectChange[]> {
  const { present, facts, works, delegations } = proposal
  const { leaver, successor, leaves } = facts
  const people = [
    { id: leaver.id, events: replaced.leaver },
    { id: successor.id, events: replaced.successor },
  ].filter(({ events }) => events.length > 0)
  const event = {
    type: 'school.person-replaced',
    ...{ leaver: leaver.id, successor: successor.id, leaves },
  } as const
  const [school, ...moved] = reorganize(present, { ...NOTHING_MOVES, people, units: replaced.units }, event)
  if (!school) throw new Error('a replacement without the school')
  const kept = await recordOf(db, proposal, made)
  return [
    { ...school, rows: [...school.rows, kept] },
    ...moved,
    ...works.flatMap(({ changes }) => changes),
    ...delegations.changes,
  ]
}

/** What is remembered of it, in the words of the day. */
async function recordOf(db: Database, { facts, works, delegations }: Proposal, { number, at }: Made) {
  const { leaver, successor, led, keep, leaves, days, by } = facts
  const held = openRoles(leaver.state, days)
  const say = await loadDutyNames(db, held)
  const roles = held.map((one) => ({ key: roleKey(one), text: say(one) }))
  const units = led.map(({ id, record }) => ({ key: unitKey(id), text: `${record.name} 分管校领导` }))
  const all = [...roles, ...units]
  const moved: Moved = {
    roles: all.filter(({ key }) => !keep.includes(key)).map(({ text }) => text),
    works: works.map(({ what, items }) => ({ what, items })).filter(({ items }) => items.length > 0),
    delegations: delegations.items.length,
  }
  return insertReplacement({
    ...{ number, leaves, moved, leaver: leaver.id, successor: successor.id },
    kept: all.filter(({ key }) => keep.includes(key)).map(({ text }) => text),
    ...{ by: by.name, at },
  })
}
