/** `appeal`: one card for all who have to do with it, which shows each what concerns them and what they may do. */
import * as z from 'zod'
import { appealCard } from '../../../../cards/appeal.ts'
import type { Message } from '../../../../cards/kit.ts'
import { sayInstant } from '../../../kernel/time.ts'
import { viewOf } from '../../../kernel/view.ts'
import type { Database } from '../../../store/database.ts'
import { packedPage } from '../../packed.ts'
import { saidInstead, shown } from '../../views/said.ts'
import { type Case, loadCase } from '../case.ts'
import { movesFacts } from '../moves-facts.ts'
import { type AppealState, isChanging, isOpen, unweighed } from '../rules/appeal.ts'
import { verdictsBefore } from '../rules/decide.ts'
import { lastMove } from '../rules/hearing.ts'
import { ageOf, itemFacts, logOf, statusOf } from '../say.ts'
import { type Foreseen, foresee } from '../scene.ts'
import { maySee, visibleVerdicts } from '../sight.ts'
import { appealId } from '../subject.ts'
import { packing } from './item-page.ts'
import { offered } from './offered.ts'

const UNSEEN = '没有可由您查看的这件申诉。发送「申诉」可查看列表。'

export const appealViewDefinition = viewOf({
  name: 'appeal',
  params: z.object({
    year: z.int(),
    unit: z.string(),
    number: z.int(),
    page: z.int().min(0).exactOptional(),
  }),
  about: ({ year, unit, number }) => appealId(year, unit, number),
  async render(db, { page, ...place }, viewer): Promise<Message> {
    const known = await loadCase(db, place, viewer)
    if ('refusal' in known) return saidInstead('申诉', UNSEEN)
    const { appeal } = known.facts
    if (appeal.status === 'none' || !maySee(known)) return saidInstead('申诉', UNSEEN)
    return render(known, appeal, await effectOf(db, known), page ?? 0)
  },
})

/** Who would move: for whoever decides, once the outcome is written. */
async function effectOf(db: Database, known: Case): Promise<Foreseen | undefined> {
  const { appeal, who } = known.facts
  if (!who.decides || (appeal.status !== 'with-leaders' && appeal.status !== 'agreed')) return undefined
  if (unweighed(appeal.items, verdictsBefore(appeal)).length > 0) return undefined
  return foresee(db, known)
}

type Shown = Exclude<AppealState, { readonly status: 'none' }>

function render(known: Case, appeal: Shown, effect: Foreseen | undefined, asked: number): Message {
  const { year, unit, unitName, number, assessment, today } = known.facts
  const verdicts = visibleVerdicts(known)
  const titles = new Map(
    assessment.status === 'decided' ? assessment.goals.map((goal) => [goal.id, goal.title]) : [],
  )
  const items = appeal.items.map((item) =>
    itemFacts(item, known, {
      title: titles.get(item.goal) ?? '',
      verdict: verdicts[item.place],
      drop: appeal.status === 'draft' && known.facts.who.inUnit !== null,
    }),
  )
  const view = { name: 'appeal', params: { year, unit, number } }
  const page = packedPage(items, packing, asked, view)
  const changes = effect !== undefined && 'verdicts' in appeal && isChanging(verdicts)
  const moved = lastMove(appeal).at
  const age = isOpen(appeal) ? ageOf(moved, today) : ''
  return shown(
    appealCard({
      ...{ unit: unitName, year, number },
      status: statusOf(appeal),
      facts: [
        { label: '起草', value: `${appeal.drafted.name}，${sayInstant(appeal.drafted.at)}` },
        { label: '针对', value: `第${appeal.version}版得分` },
        ...(age === '' ? [] : [{ label: '等待', value: age }]),
      ],
      log: logOf(known),
      total: items.length,
      items: page.items,
      turns: page.turns,
      moves: changes ? movesFacts(effect, known) : null,
      ...offered(known, effect),
    }),
  )
}
