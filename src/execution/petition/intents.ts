import type { Action } from '../../../cards/kit.ts'
import type { Intent } from '../../kernel/view.ts'

const WRITE: Action = { guide: 'petition-write', with: {} }

/** 我要举报…, 想反映一下…: a whole sentence that surely wants to write. */
const WANTS =
  /^(?:我|我们)?(?:想|要|来|需要|想要)?(?:向|给|跟|对)?(?:领导小组|领导|学校)?(?:反映|举报|投诉|检举|控告)/

/** A number as it stands on the cards. */
const NUMBER = /^第?\s*(\d{4}-\d{3,6})\s*号?$/

const shown =
  (name: string) =>
  (rest: string): Action | undefined =>
    rest === '' ? { show: name, with: {} } : undefined

export const petitionIntents: readonly Intent[] = [
  {
    words: [
      '反映问题',
      '我要反映问题',
      '我想反映问题',
      '向领导小组反映',
      '向领导小组反映问题',
      '写信给领导小组',
    ],
    help: '直接向领导小组反映问题',
    // What follows is dropped: it belongs on the form, where it is sealed.
    secret: true,
    opens: () => WRITE,
    reads: (sentence) => (WANTS.test(sentence) ? WRITE : undefined),
  },
  {
    words: ['我反映的问题', '我的反映', '我的来信'],
    help: '查看我反映的问题办到哪里',
    opens: shown('my-petitions'),
  },
  {
    words: ['来信', '领导小组来信', '来信办理'],
    help: '办理来信（领导小组）',
    opens(rest) {
      const petition = NUMBER.exec(rest)?.[1]
      return petition === undefined ? shown('petitions')(rest) : { show: 'petition', with: { petition } }
    },
  },
  {
    words: ['来信登记', '来信登记簿'],
    only: 'office',
    help: '查看来信登记簿',
    opens: shown('petition-register'),
  },
]
