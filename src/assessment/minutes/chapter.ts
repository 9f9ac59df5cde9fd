import type { Chapter } from '../../kernel/chapter.ts'
import { minutes as view } from './view.ts'

const LONGEST_NAME = 40

/** 纪要: what was said and decided in a deliberation, as a document (Article 22). Only looks; nothing is decided here. */
export const minutes: Chapter = {
  name: 'minutes',
  commands: [],
  views: [view],
  forms: [],
  intents: [
    {
      words: ['纪要', '合议纪要'],
      help: '领取合议纪要，可写单位：纪要 药学院',
      opens: (rest) =>
        rest.length > LONGEST_NAME
          ? undefined
          : { send: 'minutes', with: rest === '' ? {} : { words: rest } },
    },
  ],
  todo: async () => [],
  wording: {},
}
