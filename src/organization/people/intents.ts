import type { Action } from '../../../cards/kit.ts'
import type { Intent } from '../../kernel/view.ts'

/** `替换 甲 为 乙`: the preview; `替换` alone, or with one name: the form. */
export const peopleIntents: readonly Intent[] = [
  {
    words: ['人员', '查人员', '找人'],
    help: '查一位人员的角色，如「人员 张明」',
    opens: (rest) => (rest === '' ? undefined : { send: 'person', with: { person: rest.slice(0, 60) } }),
  },
  {
    words: ['替换', '换人', '接替'],
    only: 'office',
    help: '一人接手另一人的全部工作，如「替换 张明 为 李华」',
    opens: replaces,
  },
  {
    words: ['离任', '办理离任'],
    only: 'office',
    help: '办理人员离任',
    opens: (rest) => (rest === '' ? undefined : { send: 'person', with: { person: rest.slice(0, 60) } }),
  },
]

const BETWEEN = '(?:换成|替换为|改为|换为|→|->|为|成|由)'
/** With blanks around it first: 为 may be in a name. */
const APART = new RegExp(`^(?:把|将|用)?\\s*(.+?)\\s+${BETWEEN}\\s+(.+?)(?:\\s*(?:接替|接手))?$`)
const CLOSE = new RegExp(`^(?:把|将|用)?\\s*(.+?)\\s*${BETWEEN}\\s*(.+?)(?:\\s*(?:接替|接手))?$`)

function replaces(rest: string): Action {
  const [, from, to] = APART.exec(rest) ?? CLOSE.exec(rest) ?? []
  if (from === undefined || to === undefined) {
    const params = rest === '' ? {} : { leaver: rest.slice(0, 60) }
    return { send: 'form', with: { form: 'replace-person', params } }
  }
  return { send: 'replacement', with: { leaver: from.slice(0, 60), successor: to.slice(0, 60) } }
}
