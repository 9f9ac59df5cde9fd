import * as z from 'zod'
import { accountPageCard } from '../../../../cards/account-page.ts'
import type { Field, Message } from '../../../../cards/kit.ts'
import { field } from '../../../../cards/kit.ts'
import { type Block, packedPage } from '../../../../cards/packing.ts'
import { goalBlock } from '../../../../cards/score-words.ts'
import { progressText } from '../../../../cards/sheet-blocks.ts'
import { say } from '../../../kernel/chapter.ts'
import { type Viewer, viewOf } from '../../../kernel/view.ts'
import { sayWhenOpen } from '../../../policy/calendar/queries.ts'
import type { Database } from '../../../store/database.ts'
import { yearInShort } from '../../progress-in-short.ts'
import { goalFacts, saidInstead, shown } from '../../views/said.ts'
import { statementFields } from '../fields.ts'
import { type AccountPlace, type LoadedAccount, lastValues, loadAccount } from '../load.ts'
import { statementsOf } from '../rules/account.ts'
import { type AccountLine, metIn, readAccountLine, valueIn } from '../rules/account-line.ts'
import { barOfAccount, missingInAccount, type StatedGoal } from '../rules/state-account.ts'
import { accountId } from '../subject.ts'
import { accountWording } from '../wording.ts'
import { askedPlace, chooseUnit, TITLE } from './asked.ts'

const params = z.object({
  year: z.int().exactOptional(),
  unit: z.string().exactOptional(),
  page: z.int().default(1),
  /** Number of the goal where it is opened. */
  goal: z.int().exactOptional(),
  /** What was typed in the chat of one goal: it stands in the fields. */
  typed: z.string().exactOptional(),
})
type Params = z.infer<typeof params>

/** A page of the account to be filled in, for the unit's contact and head. */
export const accountPageView = viewOf({
  name: 'account-page',
  params,
  about: ({ year, unit }) => (year === undefined || unit === undefined ? null : accountId(year, unit)),
  async complete(db, asked, viewer) {
    const place = await askedPlace(db, asked, viewer)
    return place && { name: 'account-page', params: { ...asked, ...place } }
  },
  async render(db, asked, viewer) {
    const place = await askedPlace(db, asked, viewer)
    if (place) return renderPage(db, place, asked, viewer)
    return chooseUnit(db, 'account-page', asked.typed === undefined ? {} : { typed: asked.typed }, viewer)
  },
})

async function renderPage(
  db: Database,
  place: AccountPlace,
  asked: Params,
  viewer: Viewer,
): Promise<Message> {
  const loaded = await loadAccount(db, place, viewer)
  const { context, state } = loaded
  const whole = { text: '自评全文', action: { show: 'account', with: { ...place, page: 1 } } } as const
  const bar = barOfAccount(context)
  if (bar) {
    const when = await sayWhenOpen(db, bar, viewer.today)
    return saidInstead(TITLE, `${say(accountWording, bar) ?? ''}${when}`)
  }
  if (state.status === 'signed') {
    const { name: by, at } = state.signed
    return saidInstead(TITLE, accountWording['signed-account']({ code: 'signed-account', by, at }), whole)
  }
  const line = asked.typed === undefined ? undefined : readAccountLine(asked.typed)
  if (line && !context.goals.some((goal) => goal.number === line.goal)) {
    const text = accountWording['unknown-account-goal']({ code: 'unknown-account-goal', goal: line.goal })
    return saidInstead(TITLE, text, whole)
  }
  const blocks = await blocksOf(db, loaded, place, line, viewer)
  const sought = line?.goal ?? asked.goal
  const packed = packedPage(blocks, asked.page, sought === undefined ? [] : [`goal:${sought}`])
  return shown(
    accountPageCard({
      year: place.year,
      unit: { id: place.unit, name: context.unit?.name ?? '' },
      packed,
      total: context.goals.length,
      missing: missingInAccount(state, context.goals).map((one) => one.goal),
      typed: line !== undefined,
      params: { ...place, goals: packed.blocks.map(({ key }) => Number(key.slice('goal:'.length))) },
    }),
  )
}

async function blocksOf(
  db: Database,
  { context, state, goals, files }: LoadedAccount,
  place: AccountPlace,
  line: AccountLine | undefined,
  viewer: Viewer,
): Promise<readonly Block[]> {
  const ids = goals.map((goal) => goal.id)
  const [last, short] = await Promise.all([
    lastValues(db, ids),
    yearInShort(db, { ...place, goals: ids }, viewer.today),
  ])
  return goals.flatMap((goal) => {
    const stated = context.goals.find((one) => one.id === goal.id)
    if (!stated) return []
    const fields = statementFields(stated, {
      said: statementsOf(state)[goal.id],
      last: last.get(goal.id),
      files: files.get(goal.id) ?? [],
    })
    const progress = short.progress.get(goal.id)
    return [
      {
        key: `goal:${goal.number}`,
        elements: [
          ...goalBlock(goalFacts(goal), [], []),
          ...(progress ? [progressText(progress)] : []),
          ...fields.map((one) => field(withTyped(one, stated, line))),
        ],
      },
    ]
  })
}

/** The field with what was typed of its goal. */
function withTyped(one: Field, { number, yardstick }: StatedGoal, line: AccountLine | undefined): Field {
  if (line?.goal !== number) return one
  const value = valueIn(line.words, yardstick)
  const typed: { readonly [name: string]: string | undefined } = {
    [`words_${number}`]: line.words,
    [`reason_${number}`]: line.reason === '' ? undefined : line.reason,
    [`value_${number}`]: value === undefined ? undefined : String(value / 100),
    [`met_${number}`]: metIn(line.words),
  }
  const initial = typed[one.name]
  return initial === undefined ? one : { ...one, initial }
}
