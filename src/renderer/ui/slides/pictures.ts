/** Where a slide has its pictures from. */
import type { InjectionKey } from 'vue'

export const pictureSource: InjectionKey<(id: string) => Promise<string>> = Symbol('pictures of slides')
