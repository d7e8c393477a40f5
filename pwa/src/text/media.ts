import { media as en } from './en/media'
import { choose } from './index'
import { media as nb } from './nb/media'
import { media as nn } from './nn/media'

export const media = choose({ nb, nn, en })
