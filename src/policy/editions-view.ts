import * as z from 'zod'
import { sayCoefficient } from '../../cards/coefficient-list.ts'
import { type EditionFacts, policyEditionsCard } from '../../cards/policy-editions.ts'
import { pageOf } from '../kernel/paging.ts'
import { type Instant, sayInstant } from '../kernel/time.ts'
import { viewOf } from '../kernel/view.ts'
import { findPerson, listUnitNames } from '../organization/queries.ts'
import type { Database } from '../store/database.ts'
import { listJournal } from '../store/journal.ts'
import type { JournalTable } from '../store/schema/kernel.ts'
import { aboutYear, askedYear, completing, shown, unopened, yearParams } from './asked.ts'
import type { Coefficients } from './rules/coefficients.ts'
import { type Edition, editionsOf, type ValueChange } from './rules/editions.ts'
import type { GateArea } from './rules/policy.ts'
import { editionOf } from './rules/policy-events.ts'
import { isSame } from './rules/values.ts'
import type { YearEvent } from './rules/year.ts'
import { yearId } from './subject.ts'
import { sayValue, valueNamed } from './values/all.ts'

const A_PAGE = 6
/** Of one edition: a workbook changes a thousand units. */
const MOST_CHANGES = 12

/** Open to whoever may see the policy: everyone in the scheme. */
export const policyEditionsView = viewOf({
  name: 'policy-editions',
  params: z.object({ ...yearParams, page: z.int().min(0).exactOptional() }),
  about: aboutYear,
  complete: completing('policy-editions'),
  async render(db, { year, page = 0 }, _viewer) {
    const open = await askedYear(db, year)
    if (!open) return unopened('年度政策')
    const editions = editionsOf((await listJournal(db, yearId(open.year))).map(entryOf)).reverse()
    const view = { name: 'policy-editions', params: { year: open.year } }
    const { items, turns } = pageOf(editions, A_PAGE, page, view)
    return shown(
      policyEditionsCard({
        ...{ year: open.year, present: editionOf(open), turns },
        editions: await Promise.all(items.map((one) => factsOf(db, one))),
      }),
    )
  },
})

const entryOf = ({ at, by_person, in_name_of, body }: JournalTable) => ({
  // The kernel wrote both.
  at: at as Instant,
  event: JSON.parse(body) as YearEvent,
  by: by_person,
  inNameOf: in_name_of,
})

async function factsOf(db: Database, edition: Edition): Promise<EditionFacts> {
  const { values, coefficients, adopted, confirmed } = edition
  const [by, units] = await Promise.all([
    whoOf(db, edition),
    listUnitNames(
      db,
      coefficients.slice(0, MOST_CHANGES).map(({ unit }) => unit),
    ),
  ])
  const changes = [
    ...values.map(sayChange),
    ...(adopted === null ? [] : [`按${adopted}沿用去年系数，共${coefficients.length}个单位`]),
    ...coefficients.map(
      ({ unit, before, after }) =>
        `${units.get(unit) ?? unit}系数：${before ? `${sayAll(before)} → ` : ''}${sayAll(after)}`,
    ),
  ]
  return {
    ...{ number: edition.number, at: sayInstant(edition.at), by },
    changes: changes.slice(0, MOST_CHANGES),
    more: Math.max(0, changes.length - MOST_CHANGES),
    confirmed: confirmed && `${confirmed.name} ${sayInstant(confirmed.at)}，${confirmed.notice}`,
  }
}

async function whoOf(db: Database, { by, inNameOf }: Edition): Promise<string> {
  const [own, other] = await Promise.all(
    [by, inNameOf].map(async (id) => (await findPerson(db, id))?.name ?? id),
  )
  return by === inNameOf ? (own ?? by) : `${own}（代${other}）`
}

function sayChange({ name, before, after }: ValueChange): string {
  const { label } = valueNamed(name)
  return name === 'gateAreas'
    ? `${label}：${sayAreas(before.gateAreas, after.gateAreas)}`
    : `${label}：${sayValue(name, before)} → ${sayValue(name, after)}`
}

function sayAreas(before: readonly GateArea[], after: readonly GateArea[]): string {
  const say = ({ name, leadUnit }: GateArea): string => `${name}（${leadUnit}）`
  const old = new Map(before.map((area) => [area.key, area]))
  const kept = new Set(after.map((area) => area.key))
  return [
    ...after.flatMap((area) => {
      const was = old.get(area.key)
      if (!was) return [`增加${say(area)}`]
      return isSame(was, area) ? [] : [`${say(was)} → ${say(area)}`]
    }),
    ...before.filter((area) => !kept.has(area.key)).map((area) => `不再列入${say(area)}`),
  ].join('；')
}

const sayAll = ({ key, special, routine }: Coefficients): string =>
  [key, special, routine].map(sayCoefficient).join('/')
