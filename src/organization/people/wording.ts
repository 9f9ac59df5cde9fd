import type { Wording } from '../../kernel/view.ts'
import { delegationWording } from '../delegation/wording.ts'
import { roleWording } from '../roles/wording.ts'
import type { PeopleDone, PeopleRefusal } from './done.ts'

const counted = (parts: readonly (readonly [count: number, text: string])[]): string =>
  parts
    .filter(([count]) => count > 0)
    .map(([count, text]) => text.replace('#', String(count)))
    .join('、')

export const peopleWording = {
  'unknown-person-named': delegationWording['unknown-person-named'],
  'own-gift': roleWording['own-gift'],
  'absent-person': roleWording['absent-person'],
  'foreign-people': () => '人员替换和离任由领导小组办公室办理，请联系办公室。',
  'same-person': () => '移交人和接手人是同一位，请填写另一位同事。',
  'nothing-moves': ({ name }) => `${name}没有要移交的角色和未完成的事，没有改动。`,
  'kept-roles': ({ name }) => `${name}离任时不能保留角色，请全部移交，或选择「只移交」。`,
  'stale-replacement': () => '预览之后情况有变，没有移交，请核对新的预览后再确认。',
  'bound-person': ({ name, roles, units, works }) =>
    `${name}还有${counted([
      [roles, '#个角色'],
      [units, '分管的#个单位'],
      [works, '#项未完成的任务'],
    ])}，请先用「替换」移交，再办理离任。`,
  'replacement-shown': () => '请核对移交内容后确认。',
  'person-replaced': ({ leaver, successor, leaves }) =>
    `${leaver}的工作已由${successor}接手${leaves ? `，${leaver}已离任` : ''}，有关人员会收到通知。`,
  'person-left': ({ name }) => `${name}已离任，账号不能再办理；姓名和记录保留。`,
} satisfies Wording<PeopleRefusal | PeopleDone>
