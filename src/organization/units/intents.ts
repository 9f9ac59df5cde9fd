/** `单位`, `单位 药学院`, `合并 甲、乙 为 丙`, `拆分 甲`, `更名 甲 为 乙`, `豁免 甲`. */
import type { Action } from '../../../cards/kit.ts'
import type { Intent } from '../../kernel/view.ts'

const form = (name: string, params: { readonly [key: string]: string }): Action => ({
  send: 'form',
  with: { form: name, params },
})

/** `甲 为 乙`, `甲改为乙`, `甲 → 乙` */
const INTO = /^(.+?)\s*(?:改名为|更名为|合并为|改为|为|成|→|->)\s*(\S.*)$/

const ofUnit = (name: string, help: string, words: Intent['words']): Intent => ({
  words,
  only: 'office',
  help,
  opens: (rest) => (rest === '' ? undefined : form(name, { unit: rest })),
})

export const unitsIntents: readonly Intent[] = [
  {
    words: ['单位', '单位名单', '单位列表', '机构'],
    help: '查看各单位；办公室可新增、合并、拆分、更名、豁免',
    opens: (rest) =>
      rest === ''
        ? { send: 'units', with: {} }
        : { send: 'unit', with: { unit: rest.replace(/的?历史$/, '').trim() } },
  },
  {
    words: ['新增单位', '增设单位'],
    only: 'office',
    help: '新增一个单位',
    opens: (rest) => form('add-unit', rest === '' ? {} : { name: rest }),
  },
  {
    words: ['合并单位', '合并'],
    only: 'office',
    help: '合并单位，如 合并 甲、乙 为 丙',
    opens(rest) {
      const [, units = rest, into = ''] = INTO.exec(rest) ?? []
      return form('merge-units', { ...(units !== '' && { units }), ...(into !== '' && { into }) })
    },
  },
  {
    words: ['拆分单位', '拆分'],
    only: 'office',
    help: '把一个单位拆成几个',
    opens: (rest) => form('split-unit', rest === '' ? {} : { unit: rest }),
  },
  {
    words: ['单位更名', '更名'],
    only: 'office',
    help: '单位更名，如 更名 甲 为 乙',
    opens(rest) {
      const [, unit = rest, name = ''] = INTO.exec(rest) ?? []
      if (unit === '') return undefined
      const values = name === '' ? {} : { values: { name } }
      return { send: 'form', with: { form: 'rename-unit', params: { unit }, ...values } }
    },
  },
  ofUnit('exempt-unit', '豁免一个单位，历史保留', ['豁免单位', '豁免']),
  ofUnit('restore-unit', '恢复被豁免的单位', ['恢复单位', '取消豁免']),
  ofUnit('unit-leader', '更换单位的分管校领导', ['更换分管', '分管校领导', '分管领导']),
]
