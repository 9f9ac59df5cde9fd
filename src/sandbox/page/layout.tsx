/** The document around everything. */
import { html } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { CampusChat } from '../model.ts'
import { styleSheets } from './assets.ts'
import type { Drawn } from './card/drawing.ts'
import { PeopleList } from './people-list.tsx'
import { TopBar } from './top-bar.tsx'

const htmxConfig = JSON.stringify({
  allowEval: false,
  includeIndicatorStyles: false,
  historyCacheSize: 0,
  refreshOnHistoryMiss: true,
})

interface Props {
  readonly chat: CampusChat
  readonly chosen: string | undefined
  readonly children: Child
}

export const Page = ({ chat, chosen, children }: Props): Drawn =>
  html`<!doctype html>${(
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="htmx-config" content={htmxConfig} />
        <title>目标管理 · 校园聊天沙盒</title>
        <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
        {styleSheets.map((name) => (
          <link rel="stylesheet" href={`/assets/${name}`} />
        ))}
        <script src="/assets/htmx.js" defer />
        <script src="/assets/sse.js" defer />
        <script src="/assets/client/start.js" type="module" />
      </head>
      <body>
        <TopBar chat={chat} />
        <main class="stage">
          <PeopleList chat={chat} chosen={chosen} />
          {children}
        </main>
        <div id="toasts" class="toasts" role="status" aria-live="polite" />
        <dialog id="confirm" class="confirm">
          <h2 data-confirm-title>请确认</h2>
          <p data-confirm-text />
          <div class="confirm-buttons">
            <button type="button" class="button default medium" data-confirm-no>
              取消
            </button>
            <button type="button" class="button primary_filled medium" data-confirm-yes>
              确定
            </button>
          </div>
        </dialog>
        <dialog id="preview" class="preview">
          <img alt="图片预览" />
        </dialog>
      </body>
    </html>
  )}`
