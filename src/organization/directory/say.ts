/** People, units and duties of a reading, in words. */
import type { PersonId, UnitId } from '../../kernel/ids.ts'
import { ROLES } from '../roster/layout.ts'
import type { ExaminedDirectory } from './examine.ts'
import type { HeldDuty, Leaver } from './rules/compare.ts'
import type { ListedPerson } from './rules/listed.ts'
import type { Doubt, LinkedBy } from './rules/match.ts'
import type { ReadingFault } from './rules/reading.ts'

export interface Names {
  person(id: PersonId): string
  unit(id: UnitId): string
  duty(duty: HeldDuty): string
}

export function namesOf({ people, present }: Pick<ExaminedDirectory, 'people' | 'present'>): Names {
  const unit = (id: UnitId): string => {
    const state = present.units.get(id)?.state
    return state === undefined || state.status === 'unlisted' ? id : state.record.name
  }
  return {
    unit,
    person(id) {
      const state = people.get(id)
      return state === undefined || state.status === 'unknown' ? id : state.record.name
    },
    duty: ({ role, scope }) => sayDuty({ role, scope }, scope === '' ? '' : unit(scope)),
  }
}

/** `联络员（药学院）`; of the school's own roles the name alone. */
export const sayDuty = ({ role }: HeldDuty, place: string): string => {
  const name = role === 'leader' ? '分管校领导' : ROLES[role]
  return place === '' ? name : `${name}（${place}）`
}

export const LINKED_BY: { readonly [by in LinkedBy]: string } = {
  number: '工号',
  mobile: '手机',
  email: '邮箱',
}

export const WHY_LEFT: { readonly [why in Leaver['why']]: string } = {
  gone: '已不在通讯录',
  resigned: '已离职',
  frozen: '账号已暂停',
  told: '飞书告知已离职',
}

export function sayDoubt(doubt: Doubt): string {
  const who = doubt.listed.slice(0, 3).map(sayListed).join('、')
  switch (doubt.why) {
    case 'shared':
      return `飞书中有 ${doubt.listed.length} 人与之相符：${who}`
    case 'other-name':
      return `工号或联系方式相符，但飞书姓名是${who}`
    case 'second-account':
      return `已绑定账号，飞书中另有${who}使用同一工号`
  }
}

const sayListed = ({ name, number }: ListedPerson): string =>
  `${(name ?? '未读到姓名').slice(0, 20)}${number === null ? '' : `（工号 ${number.slice(0, 20)}）`}`

/** Why nothing was read, and what to do. */
export function sayFault(fault: ReadingFault): { readonly why: string; readonly next: string } {
  switch (fault.kind) {
    case 'scopes': {
      const scopes = fault.scopes.slice(0, 4).join(' 或 ')
      return {
        why: '应用没有读取通讯录的权限。',
        next: `请在飞书开放平台的「权限管理」为应用开通 ${scopes}（任一即可），发布新版本后重新读取。`,
      }
    }
    case 'credentials':
      return { why: '飞书不认可应用的凭证。', next: '请管理员核对应用的 App ID 和密钥，然后重新读取。' }
    case 'unreachable':
      return { why: '多次尝试仍连不上飞书通讯录。', next: '请稍后重新读取。' }
    case 'limited':
      return { why: '飞书限制了读取的频率。', next: '请过一小时再重新读取。' }
    case 'refused':
      return {
        why: `飞书拒绝了读取${fault.code === '' ? '' : `（代码 ${fault.code}）`}。`,
        next: '请管理员核对应用的通讯录权限和权限范围，然后重新读取。',
      }
  }
}
