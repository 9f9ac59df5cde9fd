/** Every sentence for a code: the kernel's and the conversation's own here, the chapters' in their own wording. */
import { type Chapter, say } from './kernel/chapter.ts'
import type { Coded } from './kernel/decision.ts'
import type { Wording } from './kernel/view.ts'

/** What can be said before any chapter's rule is asked, or when none could decide. */
export type KernelCode =
  | { readonly code: 'busy' }
  | { readonly code: 'answered' }
  | { readonly code: 'unknown-person' }
  | { readonly code: 'unknown-command' }
  | { readonly code: 'wrong-payload' }
  | { readonly code: 'stale' }

export const EXPIRED = '这张卡片已过期，请发送「待办」获取最新卡片。'

const kernelWording = {
  busy: () => '同一事项正有多人办理，您的操作没有生效，请稍后再试一次。',
  answered: () => '已处理，请看最新消息。',
  'unknown-person': () => '没有找到您的账号，请联系领导小组办公室登记。',
  'unknown-command': () => EXPIRED,
  'wrong-payload': () => '提交的内容不完整或格式不对，没有生效，请核对后重新提交。',
  stale: () => '内容已更新，您的操作没有生效，请按最新卡片办理。',
} satisfies Wording<KernelCode>

const UNSAID = '操作没有完成，请发送「待办」查看最新情况。'

/** The sentence for a code: from the chapter whose command made it, else the kernel's own. */
export function sentenceOf(chapter: Chapter | undefined, coded: Coded): string {
  return (chapter && say(chapter.wording, coded)) ?? say(kernelWording, coded) ?? UNSAID
}
