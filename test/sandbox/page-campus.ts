/** A campus chat in memory for the page's tests: what is said and tapped is kept, and answered as the test wishes. */
import type {
  CampusChat,
  ChatChange,
  Faults,
  SandboxFile,
  SandboxMessage,
  SandboxPerson,
  Tap,
  TapAnswer,
} from '../../src/sandbox/model.ts'

export interface FakeCampus extends CampusChat {
  readonly taps: readonly Tap[]
  /** Puts a message into a person's chat; returns its id. */
  post(openId: string, message: Partial<SandboxMessage>): string
  /** Changes a message's content in its place. */
  change(messageId: string, content: string): void
  keep(key: string, file: SandboxFile): void
  /** What the next taps are answered. */
  onTap(answer: (tap: Tap, messageId: string) => TapAnswer | Promise<TapAnswer>): void
}

const places: readonly (readonly [string, string, string])[] = [
  ['校领导', '校长', '领导小组组长'],
  ['药学院', '药学院 联络员', '目标管理联络员'],
  ['药学院', '药学院 负责人', '院长'],
  ['计算机学院', '计算机学院 联络员', '目标管理联络员'],
  ['计算机学院', '计算机学院 负责人', '院长'],
  ['人事处', '人事处 办公室', '领导小组办公室'],
  ['教务处', '教务处 联络员', '目标管理联络员'],
  ['口腔医学院', '口腔医学院 联络员', '目标管理联络员'],
  ['附属医院', '附属医院 联络员', '目标管理联络员'],
]

const people: readonly SandboxPerson[] = places.map(([unit, name, title], at) => ({
  openId: `ou_p${at + 1}`,
  unionId: `on_p${at + 1}`,
  name,
  title,
  unit,
  employeeNo: `A00${at + 1}`,
  mobile: '',
  email: `p${at + 1}@example.edu.cn`,
}))

/** Monday 2 March 2026, 10:21 in China. */
const start = Date.UTC(2026, 2, 2, 2, 21)

export function fakeCampus(): FakeCampus {
  const messages: SandboxMessage[] = []
  const files = new Map<string, SandboxFile>()
  const taps: Tap[] = []
  const unread = new Map<string, number>()
  const listeners = new Set<(change: ChatChange) => void>()
  let now = start
  let faults: Faults = {}
  let answerTap: (tap: Tap, messageId: string) => TapAnswer | Promise<TapAnswer> = () => ({ ok: true })

  const tell = (change: ChatChange): void => {
    for (const listener of listeners) listener(change)
  }
  const post: FakeCampus['post'] = (openId, message) => {
    const messageId = message.messageId ?? `om_${messages.length + 1}`
    const made: SandboxMessage = {
      messageId,
      chatId: `oc_${openId}`,
      openId,
      from: 'bot',
      type: 'text',
      content: '{"text":""}',
      createdAt: now,
      updatedAt: now,
      recalled: false,
      ...message,
    }
    messages.push(made)
    if (made.from === 'bot') unread.set(openId, (unread.get(openId) ?? 0) + 1)
    tell({ openId, messageId, what: 'new' })
    return messageId
  }
  return {
    taps,
    post,
    change(messageId, content) {
      const at = messages.findIndex((message) => message.messageId === messageId)
      const message = messages[at]
      if (message === undefined) throw new Error(`no message ${messageId}`)
      messages[at] = { ...message, content, updatedAt: now }
      tell({ openId: message.openId, messageId, what: 'changed' })
    },
    keep: (key, file) => void files.set(key, file),
    onTap(answer) {
      answerTap = answer
    },
    people: () => people,
    menu: () => [
      { key: 'todo', text: '我的待办' },
      { key: 'goals', text: '本单位目标' },
      { key: 'help', text: '帮助' },
    ],
    messages: (openId) => messages.filter((message) => message.openId === openId),
    unread: (openId) => unread.get(openId) ?? 0,
    markRead(openId) {
      unread.set(openId, 0)
      tell({ openId, what: 'read' })
    },
    file: (key) => files.get(key),
    async say(openId, text) {
      post(openId, { from: 'person', content: JSON.stringify({ text }) })
      post(openId, { content: JSON.stringify({ text: `收到：${text}` }) })
    },
    async sendFile(openId, file) {
      const key = `${file.type}_${files.size + 1}`
      files.set(key, file)
      const content = file.type === 'image' ? { image_key: key } : { file_key: key, file_name: file.name }
      post(openId, { from: 'person', type: file.type, content: JSON.stringify(content) })
    },
    tapMenu: async (openId, key) => void post(openId, { content: JSON.stringify({ text: `菜单：${key}` }) }),
    enter: async () => {},
    async tap(_openId, messageId, tap) {
      taps.push(tap)
      return answerTap(tap, messageId)
    },
    faults: () => faults,
    misbehave(wanted) {
      faults = wanted
    },
    now: () => now,
    moveClock(days) {
      now += days * 86_400_000
      tell({ openId: '', what: 'clock' })
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
