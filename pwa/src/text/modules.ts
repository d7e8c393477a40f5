import { modules as en } from './en/modules'
import { choose } from './index'
import { modules as nb } from './nb/modules'
import { modules as nn } from './nn/modules'

export const modules = choose({ nb, nn, en })
