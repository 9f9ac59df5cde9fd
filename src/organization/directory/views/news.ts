/** Views `directory-noted` (what the platform told since the last reading) and `directory-leaver` (somebody with duties). */
import * as z from 'zod'
import { directoryLeaverCard, directoryNotedCard } from '../../../../cards/directory-news.ts'
import { doneCard } from '../../../../cards/done.ts'
import type { Message } from '../../../../cards/kit.ts'
import { foldSubject } from '../../../kernel/subject.ts'
import { sayInstant } from '../../../kernel/time.ts'
import { type Viewer, viewOf } from '../../../kernel/view.ts'
import type { Database } from '../../../store/database.ts'
import { listOpenWork, type OpenWork } from '../../people/queries.ts'
import { findActor, findUnit } from '../../queries.ts'
import { holds } from '../../rules/actor.ts'
import { openIdOf } from '../../rules/person.ts'
import { personSubject } from '../../subjects.ts'
import { leavingButtons } from '../parts.ts'
import { countNotes, findLeft } from '../queries.ts'
import type { HeldDuty } from '../rules/compare.ts'
import { sayDuty } from '../say.ts'

const NOT_YOURS: Message = {
  kind: 'card',
  card: doneCard({ text: '通讯录的变动由领导小组办公室处理。', tone: 'muted' }),
}

async function isOffice(db: Database, viewer: Viewer): Promise<boolean> {
  const actor = await findActor(db, viewer)
  return actor !== undefined && holds(actor, 'office')
}

export const directoryNotedView = viewOf({
  name: 'directory-noted',
  params: z.object({}),
  async render(db, _, viewer): Promise<Message> {
    if (!(await isOffice(db, viewer))) return NOT_YOURS
    const notes = await countNotes(db)
    const count = (what: (typeof notes)[number]['what']): number =>
      notes.find((one) => one.what === what)?.people ?? 0
    const last = notes
      .map((one) => one.last)
      .toSorted()
      .at(-1)
    return {
      kind: 'card',
      card: directoryNotedCard({
        ...{ joined: count('joined'), moved: count('moved'), changed: count('changed'), left: count('left') },
        range: count('range') > 0,
        last: last === undefined ? '' : sayInstant(last),
      }),
    }
  },
})

export const directoryLeaverView = viewOf({
  name: 'directory-leaver',
  params: z.object({ person: z.string().max(200) }),
  about: ({ person }) => `person:${person}`,
  async render(db, { person }, viewer): Promise<Message> {
    if (!(await isOffice(db, viewer))) return NOT_YOURS
    const { state } = await foldSubject(db, personSubject, `person:${person}`)
    if (state.status === 'unknown') return NOT_YOURS
    const [work, unit, left] = await Promise.all([
      listOpenWork(db, person, viewer.today),
      state.record.unit === null ? undefined : findUnit(db, state.record.unit),
      findLeft(db, openIdOf(state) ?? ''),
    ])
    const duties = work.filter(isDuty)
    return {
      kind: 'card',
      card: directoryLeaverCard({
        ...{ name: state.record.name, unit: unit?.name ?? '' },
        when: left === undefined ? '—' : sayInstant(left.at),
        duties: duties.map((one) => sayDuty(dutyOf(one), one.place === '' ? one.scope : one.place)),
        work: work.length - duties.length,
        isEnded: state.status === 'ended',
        buttons: leavingButtons(person),
      }),
    }
  },
})

const isDuty = ({ kind }: OpenWork): boolean => kind === 'role' || kind === 'unit-led'

/** The title of a held role is its name as data. */
const dutyOf = ({ kind, title, scope }: OpenWork): HeldDuty => ({
  role: kind === 'unit-led' ? 'leader' : (title as HeldDuty['role']),
  scope,
})
