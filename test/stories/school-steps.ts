/** What whole groups of the school do in the week: each step is a line of the story. */
import type { Person } from '../world/people.ts'
import { count } from '../world/rows.ts'
import { isExceptional } from './school-goals.ts'
import { filled, received, revised, type School, sendsParts, workbookFile } from './school-hands.ts'
import { GROUPS, LEADERS, LEADING_GROUP, OFFICE, SCHOOL_UNITS, type SchoolUnit } from './school-university.ts'

export const STANDARD = SCHOOL_UNITS.filter((unit) => unit.standard)
export const GRADED = SCHOOL_UNITS.filter((unit) => !unit.standard)
export const EXCEPTIONAL = SCHOOL_UNITS.filter(isExceptional)
/** One unit of each leader gets goals back from the leader. */
export const RETURNED = LEADERS.flatMap((leader) =>
  SCHOOL_UNITS.filter((unit) => unit.leader === leader && !isExceptional(unit)).slice(1, 2),
)
/** Three units get a goal back from the leading group. */
export const REJECTED = SCHOOL_UNITS.filter((unit) => /^(JX|XZ|ZC)2$/.test(unit.id))

/** A leader travels, and so does a member of the leading group: who acts for them. */
export const TRAVELLER = 'LD1'
export const MEMBER = 'LM2'
export const DELEGATES: { readonly [principal: string]: string } = { [TRAVELLER]: 'LD2', [MEMBER]: 'LD8' }
/** Three of the leading group's five answer, one of them by a delegate. */
export const VOTERS = LEADING_GROUP.slice(0, 3)

export const contacts = (units: readonly SchoolUnit[]): string[] => units.map((unit) => unit.contact)
export const namesOf = (units: readonly SchoolUnit[]): string[] => units.map((unit) => unit.name)
export const reviewOf = (unit: SchoolUnit): string => `${unit.name} 2026年度目标审核`
export const votesOn = (unit: SchoolUnit): string => `${unit.name} 2026年度目标审定`

export const inForce = (s: School): number => count(s.db, "plan WHERE status = 'in-force'")
export const goals = (s: School, status: string): number => count(s.db, `goal WHERE status = '${status}'`)

/** Who acts: the person, or who stands in. */
export const handOf = (s: School, person: string): Person => s.person(DELEGATES[person] ?? person)
export const hands = (people: readonly string[]): string[] => people.map((one) => DELEGATES[one] ?? one)

export async function sendsBook(
  s: School,
  person: Person,
  rows: Parameters<typeof filled>[1],
): Promise<void> {
  await person.sends(workbookFile(await filled(await received(s, person), rows)))
  await person.taps('确认导入')
}

/** Each contact fills in the sheet that one of them was sent, with the own unit's rows, all at once. */
export async function contactsSend(
  s: School,
  units: readonly SchoolUnit[],
  from: string,
  rowsOf: (unit: SchoolUnit) => Parameters<typeof filled>[1],
): Promise<void> {
  const book = await received(s, s.person(from))
  const files = new Map<string, Uint8Array>()
  for (const unit of units) files.set(s.person(unit.contact).openId, await filled(book, rowsOf(unit)))
  await s.all(contacts(units), (contact) =>
    contact.sends(workbookFile(files.get(contact.openId) ?? new Uint8Array())),
  )
}

export async function sendAll(s: School, heads: readonly string[]): Promise<void> {
  await s.allSay(heads, '报送')
  await s.all(heads, (head) => head.taps('报送', {}, '年度目标填报'))
}

/** Convenors send what their groups drafted, leaders of the graded regime what they drafted themselves. */
export async function draftersSend(s: School): Promise<void> {
  const senders = [...GROUPS.map((n) => `WC${n}`), ...LEADERS.slice(4)]
  await s.allSay(senders, '报送')
  await s.all(senders, (person) => sendsParts(person, namesOf(unitsSentBy(s, person))))
}

const unitsSentBy = (s: School, person: Person): SchoolUnit[] =>
  SCHOOL_UNITS.filter((unit) =>
    unit.group === null
      ? s.person(unit.leader).name === person.name
      : person.name === `第${unit.group}工作组 组长`,
  )

/** What the leaders returned is mended by form in the graded regime, by workbook in the standard, and sent again. */
export async function mends(s: School, units: readonly SchoolUnit[]): Promise<void> {
  for (const unit of units) {
    const mender = s.person(unit.group === null ? unit.contact : `WM${unit.group}`)
    if (unit.group === null) await mendsByForm(mender)
    else await mendsByWorkbook(s, mender)
  }
  const senders = units.map((unit) => (unit.group === null ? unit.head : `WC${unit.group}`))
  await s.allSay(senders, '报送')
  for (const unit of units) {
    if (unit.group === null) await s.person(unit.head).taps('报送', {}, '年度目标填报')
    else await sendsParts(s.person(`WC${unit.group}`), [unit.name])
  }
}

const MENDED = '按退回意见写明了步骤和负责人。'

async function mendsByForm(contact: Person): Promise<void> {
  for (const _ of [1, 2]) {
    await contact.says('填报目标')
    await contact.taps('修改', {}, '年度目标填报')
    await contact.taps('保存修改', { 目标内容: MENDED })
  }
}

async function mendsByWorkbook(s: School, member: Person): Promise<void> {
  await member.says('批量填报')
  await member.sends(workbookFile(await revised(await received(s, member), MENDED)))
  await member.taps('确认导入')
}

/** What the leading group returned was assigned by the office, which mends it; the units send it again. */
export async function mendsAssigned(s: School): Promise<void> {
  const office = s.person(OFFICE)
  for (const unit of REJECTED) {
    await office.taps('修改', {}, `${unit.name} 2026年度`)
    await office.taps('保存修改', { 目标内容: '按清单逐项排查、逐项销号' })
  }
  await sendAll(
    s,
    REJECTED.map((unit) => unit.head),
  )
}

/** Of what its drafter can mend: the first two goals of the group's part, or of the unit's. */
export const commentsOn = ({ group }: SchoolUnit) =>
  group === null
    ? { 目标8退回意见: '请写明步骤', 目标11退回意见: '请写明负责人' }
    : { 目标2退回意见: '请写明步骤', 目标8退回意见: '请写明负责人' }

/** How many messages each of these got without having asked for them, but for the sheets. */
export const unasked = (s: School, people: readonly string[]): { readonly [person: string]: number } =>
  Object.fromEntries(
    people.map((person) => [
      person,
      count(
        s.db,
        `outbox WHERE kind = 'send' AND person = '${person}' AND key NOT LIKE 'send:reply:%' AND view <> 'goal-sheet'`,
      ),
    ]),
  )
