/** Which subjects words mean: 药学院, 王老师, 抽查 2026-7, 药学院 申诉 1. */
import type { Viewer } from '../kernel/view.ts'
import { getActor } from '../organization/queries.ts'
import { scopesOf } from '../organization/rules/actor.ts'
import { called } from '../organization/rules/called.ts'
import { findCurrentYear, findYear } from '../policy/queries.ts'
import type { Database } from '../store/database.ts'
import {
  findLastPlanYear,
  listAllUnits,
  listCalledPeople,
  listSubjectIds,
  listTeamsCalled,
} from './queries.ts'
import { partOf, type UnitPart, wordOf } from './words.ts'

/** More are not offered; whoever looks for one says more. */
const MOST = 200

export interface Wanted {
  readonly subjects: readonly string[]
  /** The unit that was meant, where it is one and no part of it was named. */
  readonly unit?: { readonly id: string; readonly name: string }
}

const only = (...subjects: readonly string[]): Wanted => ({ subjects })

/** Ids that may or may not exist, whoever may see them. */
export async function findSubjects(db: Database, viewer: Viewer, typed: string): Promise<Wanted> {
  const words = typed.trim().replace(/\s+/g, ' ')
  if (/^[a-z-]+:\S+$/.test(words)) return only(words)
  const typedYear = /(?:^| )(20\d\d)(?:年度?)?(?= |$)/.exec(words)?.[1]
  const year = Number(typedYear ?? (await findCurrentYear(db))?.year ?? 0)
  const rest = words.replace(/(?:^| )20\d\d(?:年度?)?(?= |$)/, '').trim()
  const word = wordOf(rest === '' ? words : rest)
  if (word) return findByWord(db, word, year)
  const part = partOf(rest)
  return part ? findPart(db, viewer, part, year) : findNamed(db, rest, year, typedYear !== undefined)
}

async function findByWord(
  db: Database,
  { kind, rest }: NonNullable<ReturnType<typeof wordOf>>,
  year: number,
): Promise<Wanted> {
  switch (kind) {
    case 'organization':
      return only('organization:school')
    case 'journal-check':
      return only('journal-check:all')
    case 'inspection':
    case 'finding':
      return only(`${kind}:${rest.replace('-', ':')}`)
    case 'gate': {
      const areas = (await findYear(db, year))?.policy.gateAreas ?? []
      return only(...areas.filter(({ name }) => name.includes(rest)).map(({ key }) => `gate:${year}:${key}`))
    }
    case 'priority':
    case 'work-item':
      return only(...(await listSubjectIds(db, `${kind}:${rest}`, MOST)))
    case 'delegation':
      return only(...(await listCalledPeople(db, rest)).map((id) => `delegation:${id}`))
    default:
      return only(`${kind}:${year}`)
  }
}

async function findNamed(db: Database, words: string, year: number, typed: boolean): Promise<Wanted> {
  const units = words === '' ? [] : called(await listAllUnits(db), words, ({ id }) => id)
  const [unit] = units
  if (unit && units.length === 1) {
    // Of a unit that takes part no more its last year is meant.
    const of = typed ? year : ((await findLastPlanYear(db, unit.id)) ?? year)
    return { unit, subjects: await subjectsOfUnit(db, of, unit.id) }
  }
  const [teams, people] = await Promise.all([listTeamsCalled(db, words), listCalledPeople(db, words)])
  return only(
    ...units.map(({ id }) => `plan:${year}:${id}`),
    ...teams.map((id) => `team:${id}`),
    ...people.flatMap((id) => [`person:${id}`, `delegation:${id}`]),
  )
}

async function subjectsOfUnit(db: Database, year: number, unit: string): Promise<string[]> {
  const [adjustments, appeals] = await Promise.all([
    listSubjectIds(db, `adjustment:${year}:${unit}:`, MOST),
    listSubjectIds(db, `appeal:${year}:${unit}:`, MOST),
  ])
  const whole = ['plan', 'account', 'assessment'].map((kind) => `${kind}:${year}:${unit}`)
  return [...whole, ...adjustments, ...appeals, `unit:${unit}`]
}

async function findPart(db: Database, viewer: Viewer, part: UnitPart, year: number): Promise<Wanted> {
  const units = await unitsMeant(db, viewer, part.unit)
  const lists = await Promise.all(units.map((unit) => subjectsOfPart(db, part, year, unit)))
  return only(...lists.flat())
}

async function unitsMeant(db: Database, viewer: Viewer, words: string): Promise<string[]> {
  if (words === '') return scopesOf(await getActor(db, viewer), 'contact', 'head')
  return called(await listAllUnits(db), words, ({ id }) => id).map(({ id }) => id)
}

async function subjectsOfPart(
  db: Database,
  { kind, number }: UnitPart,
  year: number,
  unit: string,
): Promise<string[]> {
  switch (kind) {
    case 'adjustment':
    case 'appeal':
      return number === null
        ? listSubjectIds(db, `${kind}:${year}:${unit}:`, MOST)
        : [`${kind}:${year}:${unit}:${number}`]
    case 'execution':
      return number === null
        ? listSubjectIds(db, `execution:${year}-${unit}-`, MOST)
        : [`execution:${year}-${unit}-${number}`]
    case 'help':
      return listSubjectIds(db, `help:${year}-${unit}-${number === null ? '' : `${number}:`}`, MOST)
    default:
      return [`${kind}:${year}:${unit}`]
  }
}
