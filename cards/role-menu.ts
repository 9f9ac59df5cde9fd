import { type Doing, thing } from './greeting.ts'
import { type Card, heading, note } from './kit.ts'

export interface RoleMenuFacts {
  /** One for each role of the person. */
  readonly parts: readonly { readonly says: string; readonly things: readonly Doing[] }[]
}

/** 办事: what the person's roles do most, as the platform's own menu is the same for everyone. */
export function roleMenuCard({ parts }: RoleMenuFacts): Card {
  return {
    title: '常用事项',
    summary: '按您的角色列出，点按钮即可办理',
    elements: [
      ...parts.flatMap(({ says, things }) => [heading(says), ...things.flatMap(thing)]),
      note('发送「帮助」查看全部可以说的话。'),
    ],
  }
}
