/** Many people at once: what each of them does is one line of the story. */
import type { Workbook } from 'exceljs'
import { parseJson, textAt } from '../../src/chat/feishu/json.ts'
import { COLUMNS } from '../../src/planning/workbook/layout.ts'
import { bytesOf, edit, open, type RowValues } from '../planning/workbook-world.ts'
import { type Person, type World, world } from '../world/people.ts'
import { SCHOOL } from './school-university.ts'

export interface School extends World {
  /** All do the same at once. */
  all(people: readonly string[], act: (person: Person) => Promise<void>): Promise<void>
  /** All say it, and have their answer. */
  allSay(people: readonly string[], words: string): Promise<void>
}

export async function school(): Promise<School> {
  const w = await world({
    university: SCHOOL,
    patience: 20,
  })
  const all: School['all'] = (people, act) => w.together(people.map((id) => () => act(w.person(id))))
  return { ...w, all, allSay: (people, words) => all(people, (person) => person.says(words)) }
}

/** The workbook that the bot sent last. */
export function received(w: World, person: Person): Promise<Workbook> {
  const message = w.campus.chat.messages(person.openId).findLast((one) => one.type === 'file')
  const key = message && textAt(parseJson(message.content), 'file_key')
  const file = key === undefined ? undefined : w.campus.chat.file(key)
  if (!file) throw new Error(`${person.name} got no file`)
  return open(file.bytes)
}

const EMPTY: RowValues = Object.fromEntries(COLUMNS.map((column) => [column, null]))

/** Fills the rows in from the first one on, over what stood there, and saves the file. */
export function filled(workbook: Workbook, rows: readonly RowValues[]): Promise<Uint8Array> {
  const before = workbook.getWorksheet('目标')?.rowCount ?? 0
  for (let n = 0; n < Math.max(rows.length, before); n++) edit(workbook, n + 2, { ...EMPTY, ...rows[n] })
  return bytesOf(workbook)
}

/** Changes the contents of all goals that stand in the workbook, and saves the file. */
export function revised(workbook: Workbook, content: string): Promise<Uint8Array> {
  const column = COLUMNS.indexOf('number') + 1
  workbook.getWorksheet('目标')?.eachRow((row, n) => {
    if (n > 1 && row.getCell(column).value !== null) edit(workbook, n, { content })
  })
  return bytesOf(workbook)
}

export const workbookFile = (bytes: Uint8Array) => ({ name: '目标填报表.xlsx', type: 'file', bytes }) as const

/** On a list of units that is turned page by page, the card of one. */
export async function opensUnit(person: Person, unit: string): Promise<void> {
  while (!has(person, unit)) await person.taps('下一页')
  await person.taps(unit)
}

/** Sends the parts of these units, one after another on the same card. */
export async function sendsParts(person: Person, units: readonly string[]): Promise<void> {
  for (const unit of units) {
    if (has(person, '其他单位')) await person.taps('其他单位')
    await opensUnit(person, unit)
    await person.taps('报送')
  }
}

const has = (person: Person, button: string): boolean =>
  person.lastCard().buttons.some((one) => one.text === button)

/** Passes all that waits for a leader, a page of units at a time; answers the units that were left out for a goal beyond the limit. */
export async function passesPages(person: Person, left: readonly string[] = []): Promise<readonly string[]> {
  const units = unitsOffered(person).filter((unit) => !left.includes(unit))
  if (units.length === 0) return left
  await person.taps('批量通过', { 批量通过的单位: units })
  const beyond = units.filter((unit) =>
    new RegExp(`${unit}：.*超出专项目标限额`).test(person.lastCard().text),
  )
  await person.taps('继续审核')
  return passesPages(person, [...left, ...beyond])
}

/** The choices of the form for several units; none where it is not offered. */
const unitsOffered = (person: Person): string[] =>
  person
    .lastCard()
    .fields.filter((field) => field.label === '批量通过的单位')
    .flatMap((field) => field.options.map((option) => option.text))
