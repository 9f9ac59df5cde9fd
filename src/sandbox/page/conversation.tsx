/** A person's private chat with the bot, and the empty place where none is chosen. */
import type { CampusChat, SandboxMessage, SandboxPerson } from '../model.ts'
import { BotAvatar } from './avatar.tsx'
import type { Drawn } from './card/drawing.ts'
import { BackIcon, FileIcon, MenuIcon, PictureIcon, SendIcon } from './icons.tsx'
import { MessageView } from './message.tsx'
import { nameOfIn } from './names.ts'

/** How many messages are shown at first, and with each look further back. */
const pageLength = 40

interface Props {
  readonly chat: CampusChat
  readonly person: SandboxPerson
}

export function Conversation({ chat, person }: Props): Drawn {
  const base = `/chat/${encodeURIComponent(person.openId)}`
  return (
    <section
      id="chat"
      class="chat"
      data-person={person.openId}
      aria-label={`${person.name}与目标管理助手的会话`}
    >
      <Live path={`${base}/events`} />
      <div hx-post={`${base}/enter`} hx-trigger="load" hx-swap="none" hidden />
      <header class="chat-head">
        <a class="back" href="/" aria-label="返回人员列表">
          <BackIcon />
        </a>
        <BotAvatar />
        <div class="chat-names">
          <div class="chat-name">
            目标管理助手 <span class="tag tag-blue">机器人</span>
          </div>
          <div class="chat-sub">
            当前身份：{person.name} · {person.title}
          </div>
        </div>
      </header>
      <div class="messages-scroll" data-scroll>
        <div id="messages" class="messages" role="log">
          <MessagesBefore chat={chat} person={person} before={undefined} />
        </div>
        <button type="button" class="new-below" data-new-below hidden>
          有新消息 ↓
        </button>
      </div>
      <Composer chat={chat} base={base} />
    </section>
  )
}

/** The last messages before the one named (or the last of all), and a button for the ones before those. */
export function MessagesBefore({ chat, person, before }: Props & { before: string | undefined }): Drawn {
  const all = chat.messages(person.openId)
  const found = before === undefined ? -1 : all.findIndex((message) => message.messageId === before)
  const end = found === -1 ? all.length : found
  const start = Math.max(0, end - pageLength)
  const oldest = all[start]
  return (
    <>
      {start > 0 && oldest !== undefined && (
        <button
          type="button"
          class="earlier"
          hx-get={`/chat/${encodeURIComponent(person.openId)}/earlier?before=${encodeURIComponent(oldest.messageId)}`}
          hx-swap="outerHTML"
        >
          查看更早的消息
        </button>
      )}
      {all.slice(start, end).map((message, at) => (
        <MessageView chat={chat} message={message} before={all[start + at - 1]} nameOf={nameOfIn(chat)} />
      ))}
    </>
  )
}

/** One message of a chat by its id, as it stands now; undefined where there is none. */
export function messageIn(chat: CampusChat, openId: string, messageId: string): Drawn | undefined {
  const all: readonly SandboxMessage[] = chat.messages(openId)
  const at = all.findIndex((message) => message.messageId === messageId)
  const message = all[at]
  return message && <MessageView chat={chat} message={message} before={all[at - 1]} nameOf={nameOfIn(chat)} />
}

function Composer({ chat, base }: { chat: CampusChat; base: string }): Drawn {
  return (
    <footer class="composer">
      <details class="bot-menu popup">
        <summary class="tool" aria-label="机器人菜单" title="机器人菜单">
          <MenuIcon />
        </summary>
        <div class="popup-list">
          {chat.menu().map((item) => (
            <button type="button" hx-post={`${base}/menu/${encodeURIComponent(item.key)}`} hx-swap="none">
              {item.text}
            </button>
          ))}
        </div>
      </details>
      <form class="composer-box" data-composer hx-post={`${base}/say`} hx-swap="none">
        <textarea
          name="text"
          rows={1}
          maxlength={5000}
          placeholder="发消息给目标管理助手"
          aria-label="输入消息"
        />
        <UploadButton base={base} kind="image" />
        <UploadButton base={base} kind="file" />
        <button type="submit" class="tool send" aria-label="发送" title="发送（Enter）">
          <SendIcon />
        </button>
      </form>
    </footer>
  )
}

function UploadButton({ base, kind }: { base: string; kind: 'image' | 'file' }): Drawn {
  const words = kind === 'image' ? '发送图片' : '发送文件'
  return (
    <label class="tool" title={words}>
      {kind === 'image' ? <PictureIcon /> : <FileIcon />}
      <input
        type="file"
        name={kind}
        accept={kind === 'image' ? 'image/*' : undefined}
        aria-label={words}
        hx-post={`${base}/files`}
        hx-encoding="multipart/form-data"
        hx-trigger="change"
        hx-swap="none"
      />
    </label>
  )
}

export const NobodyChosen = (): Drawn => (
  <section id="chat" class="chat nobody" aria-label="会话">
    <Live path="/events" />
    <BotAvatar />
    <div class="nobody-title">请从左侧选择一位</div>
    <p>选择后，您看到的就是这位在校园聊天里与「目标管理助手」的私聊：可以发消息、填卡片、点按钮。</p>
  </section>
)

/** The connection by which changes arrive; it ends when another chat takes the section's place. */
const Live = ({ path }: { path: string }): Drawn => (
  <div hx-ext="sse" sse-connect={path} hidden>
    <div sse-swap="update" hx-swap="none" />
  </div>
)
