// What the two drawing libraries can do and their published types do not yet say.

declare module 'fontkit' {
  export type Font = {
    readonly postscriptName: string
    readonly characterSet: number[]
    glyphForCodePoint(point: number): unknown
    layout: (text: string, features?: Record<string, boolean>) => unknown
  }
  export function create(bytes: Uint8Array): Font
}

declare namespace PDFKit.Mixins {
  interface PDFFont {
    registerFont(name: string, parsed: import('fontkit').Font): this
  }
  interface StructureElementOptions {
    scope?: 'Row' | 'Column'
    placement?: 'Block' | 'Inline'
    bbox?: [number, number, number, number]
  }
}
