/** `person.preview-replace`: the filled form becomes the preview of what would move; nothing changes. */
import type { Command, Prepared } from '../../../kernel/command.ts'
import { getActor } from '../../queries.ts'
import { previewPayload } from '../payload.ts'
import { keepsPeople } from '../rules/replace.ts'

export const previewReplaceCommand: Command = {
  type: 'person.preview-replace',
  payload: previewPayload,
  async prepare(db, raw, meta): Promise<Prepared> {
    const wish = previewPayload.parse(raw)
    if (!keepsPeople(await getActor(db, meta))) return { refusal: { code: 'foreign-people' } }
    const show = { name: 'replacement', params: wish }
    return {
      change: { subjects: [], notices: [], answer: { done: { code: 'replacement-shown' }, show } },
    }
  },
}
