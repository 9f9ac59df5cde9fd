/** 纪要: the minutes of a deliberation, for its members, the office and the leading group. */
import * as z from 'zod'
import type { Message } from '../../../cards/kit.ts'
import type { UnitId } from '../../kernel/ids.ts'
import { type Viewer, viewOf } from '../../kernel/view.ts'
import { getActor } from '../../organization/queries.ts'
import { called } from '../../organization/rules/called.ts'
import { findCurrentYear, findYear, type OpenYear } from '../../policy/queries.ts'
import type { Database } from '../../store/database.ts'
import { listJournal } from '../../store/journal.ts'
import { findAssessing } from '../assessing.ts'
import { listScoredPlaces, type ScoredPlace } from '../explain/queries.ts'
import { findAssessment } from '../queries.ts'
import { assessmentId } from '../subjects.ts'
import { unitChoiceCard } from '../views/choose-unit.ts'
import { saidInstead, sentenceOf, shown } from '../views/said.ts'
import { minutesFacts, sealedAtDecision } from './facts.ts'
import { mayReadMinutes } from './readers.ts'
import { MINUTES_NAME, minutesFileName } from './words.ts'

const VIEW = 'minutes'
const NOTHING =
  '现在没有您可以领取的合议纪要。合议形成得分后，考核成员、办公室和领导小组可以领取；被考核单位请看考核反馈。'
const unknown = (words: string): string =>
  `在您可以查看的单位中，没有找到已形成得分的「${words}」。请发送「纪要」从中选择。`

/** Without `about`: a file cannot follow what it shows, and asking again brings the present one. */
export const minutes = viewOf({
  name: VIEW,
  ofYear: true,
  params: z.object({
    year: z.int().exactOptional(),
    unit: z.string().exactOptional(),
    /** What was said of the unit. */
    words: z.string().max(60).exactOptional(),
    page: z.int().exactOptional(),
  }),
  async render(db, { year, unit, words = '', page = 0 }, viewer) {
    const open = await (year === undefined ? findCurrentYear(db) : findYear(db, year))
    if (!open) return saidInstead(MINUTES_NAME, '年度还没有开启，请等候领导小组办公室通知。')
    const places = await readable(db, open, viewer)
    const found =
      unit === undefined ? called(places, words, ({ id }) => id) : places.filter((one) => one.id === unit)
    const [only, ...others] = found
    if (only && others.length === 0) return minutesMessage(db, open, only.id, viewer)
    if (only) return choice(open, found, words, page)
    return saidInstead(MINUTES_NAME, words === '' || places.length === 0 ? NOTHING : unknown(words))
  },
})

async function readable(db: Database, open: OpenYear, viewer: Viewer): Promise<readonly ScoredPlace[]> {
  const [places, actor] = await Promise.all([listScoredPlaces(db, open.year), getActor(db, viewer)])
  return places.filter((place) => mayReadMinutes(actor, place))
}

const choice = (open: OpenYear, places: readonly ScoredPlace[], words: string, page: number): Message =>
  shown(
    unitChoiceCard(open, places, {
      ...{ view: VIEW, title: MINUTES_NAME, wanted: '要领取纪要的单位', words, page },
      open: (unit) => ({ send: VIEW, with: { year: open.year, unit } }),
    }),
  )

async function minutesMessage(db: Database, open: OpenYear, unit: UnitId, viewer: Viewer): Promise<Message> {
  const subject = assessmentId(open.year, unit)
  const [facts, state, journal] = await Promise.all([
    findAssessing(db, open.year, unit, viewer.today),
    findAssessment(db, open.year, unit),
    listJournal(db, subject),
  ])
  if (!facts) return saidInstead(MINUTES_NAME, sentenceOf({ code: 'unknown-unit' }))
  if (state.status !== 'decided')
    return saidInstead(MINUTES_NAME, sentenceOf({ code: 'undecided-assessment' }))
  const said = minutesFacts({ ...facts, group: facts.panel?.name ?? '考核工作组' }, state, {
    subject,
    ...sealedAtDecision(journal),
  })
  const { minutesDocument } = await import('./document/document.ts')
  return {
    kind: 'file',
    name: minutesFileName(facts.unitName, facts.year),
    bytes: await minutesDocument(said),
  }
}
