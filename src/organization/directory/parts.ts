/** The parts of a reading as lists: what each one is about, and what can be done. */
import type { DirectoryPart } from '../../../cards/directory.ts'
import type { DirectoryItem } from '../../../cards/directory-part.ts'
import type { Button } from '../../../cards/kit.ts'
import type { PersonId } from '../../kernel/ids.ts'
import { listDepartments, type NumberedDepartment } from './departments.ts'
import type { ExaminedDirectory } from './examine.ts'
import type { Leaver, Mover } from './rules/compare.ts'
import type { Joiner, Stranger } from './rules/join.ts'
import { endsWith, waitingOn } from './rules/settle.ts'
import { LINKED_BY, type Names, namesOf, sayDoubt, WHY_LEFT } from './say.ts'

/** A list that is said only where it is looked at. */
interface Part {
  readonly total: number
  readonly items: (from: number, to: number) => readonly DirectoryItem[]
}

export type Parts = { readonly [part in DirectoryPart]: Part }

export function partsOf(examined: ExaminedDirectory): Parts {
  const { comparison, openWork } = examined
  const names = namesOf(examined)
  const plain = (id: PersonId, says: string): DirectoryItem => ({ name: names.person(id), says, buttons: [] })
  const waiting = comparison.tooMany ? comparison.leavers : waitingOn(comparison, openWork)
  return {
    links: part(comparison.links, ({ person, by }) =>
      plain(person, `${LINKED_BY[by]}相符（工号 ${person}）`),
    ),
    changed: part(comparison.changed, ({ person, fields }) =>
      plain(person, fields.map(({ field, to }) => `${FIELDS[field]}改为 ${to}`).join('；')),
    ),
    movers: part(comparison.movers, (one) => moverItem(one, names)),
    joiners: part(comparison.joiners, (one) => joinerItem(one, names)),
    leavers: part(endsWith(comparison, openWork), ({ person, why }) => plain(person, WHY_LEFT[why])),
    waiting: part(waiting, (one) => leaverItem(one, names, openWork.get(one.person) ?? 0)),
    outside: part(comparison.outside, (id) => plain(id, `工号 ${id}`)),
    unfound: part(comparison.unfound, (id) => plain(id, `工号 ${id}`)),
    doubts: part(comparison.doubts, (one) => ({
      name: one.person === null ? '' : names.person(one.person),
      says: sayDoubt(one),
      buttons: [],
    })),
    strangers: part(comparison.strangers, strangerItem),
    departments: part(listDepartments(examined), (one) => departmentItem(one, names)),
  }
}

function part<One>(list: readonly One[], say: (one: One) => DirectoryItem): Part {
  return { total: list.length, items: (from, to) => list.slice(from, to).map(say) }
}

const FIELDS = { name: '姓名', mobile: '手机', email: '邮箱' } as const

function moverItem({ person, from, to, duties }: Mover, names: Names): DirectoryItem {
  const kept = duties.length === 0 ? '' : `；原单位角色保留：${duties.map(names.duty).join('、')}`
  return {
    name: names.person(person),
    says: `${names.unit(from)} → ${names.unit(to)}${kept}`,
    buttons: duties.length === 0 ? [] : [handOver(person)],
  }
}

const joinerItem = ({ person, name, unit, returns }: Joiner, names: Names): DirectoryItem => ({
  name,
  says: `${names.unit(unit)}，工号 ${person}${returns ? '，曾在名册' : ''}`,
  buttons: [],
})

function leaverItem({ person, why, duties }: Leaver, names: Names, work: number): DirectoryItem {
  const held = duties.length === 0 ? '没有角色' : duties.map(names.duty).join('、')
  return {
    name: names.person(person),
    says: `${WHY_LEFT[why]}；${held}${work > 0 ? `；未办工作 ${work} 项` : ''}`,
    buttons: leavingButtons(person),
  }
}

const handOver = (leaver: PersonId): Button => ({
  text: '交接给他人',
  action: { show: 'form', with: { form: 'replace-person', params: { leaver } } },
})

export const leavingButtons = (person: PersonId): Button[] => [
  handOver(person),
  { text: '办理离任', action: { show: 'form', with: { form: 'leave-person', params: { person } } } },
]

const WHY_STRANGE: { readonly [why in Stranger['why']]: string } = {
  'no-name': '没有可用的姓名',
  'no-number': '没有可用的工号',
  'same-number': '工号与他人相同',
  'no-unit': '所在部门没有对应的单位',
}

const strangerItem = ({ listed, why }: Stranger): DirectoryItem => ({
  name: listed.name ?? '未读到姓名',
  says: `${WHY_STRANGE[why]}${listed.number === null ? '' : `（工号 ${listed.number.slice(0, 32)}）`}`,
  buttons: [],
})

function departmentItem({ id, name, people, place }: NumberedDepartment, names: Names): DirectoryItem {
  const unit = place.unit === null ? '没有对应的单位' : names.unit(place.unit)
  const how = { kept: '已指定', name: '名称相同', above: '随上级部门', nothing: '' }[place.by]
  const params = { department: id, name: name.slice(0, 200) }
  return {
    name,
    says: `${people} 人，${unit}${how === '' ? '' : `（${how}）`}`,
    buttons: [{ text: '指定单位', action: { show: 'form', with: { form: 'place-department', params } } }],
  }
}
