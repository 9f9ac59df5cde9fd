import { afterWords, comparable } from '../words.ts'
import type { Dialog } from './state.ts'

/** Words that steer a form whichever question is asked. `rest`: what follows 修改. */
export type DialogWord =
  | { readonly word: 'cancel' }
  | { readonly word: 'resume' }
  | { readonly word: 'drop' }
  | { readonly word: 'back' | 'skip' | 'submit' }
  | { readonly word: 'change'; readonly rest: string }

const STEERING: ReadonlyMap<string, Exclude<DialogWord['word'], 'change' | 'submit'>> = new Map([
  ['取消', 'cancel'],
  ['退出', 'cancel'],
  ['不填了', 'cancel'],
  ['继续填写', 'resume'],
  ['继续', 'resume'],
  ['继续填', 'resume'],
  ['放弃草稿', 'drop'],
  ['删除草稿', 'drop'],
  ['返回', 'back'],
  ['上一步', 'back'],
  ['上一题', 'back'],
  ['跳过', 'skip'],
  ['略过', 'skip'],
])

/** The word that the text is in this dialog; 提交 and 修改 are words only where the summary is shown. */
export function dialogWord(text: string, dialog: Dialog): DialogWord | undefined {
  const said = comparable(text)
  const steering = STEERING.get(said)
  if (steering) return { word: steering }
  if (dialog.status !== 'checking') return undefined
  if (said === '提交' || said === '确认' || said === '确认提交') return { word: 'submit' }
  const rest = afterWords(text, '修改')
  return rest === undefined ? undefined : { word: 'change', rest }
}
