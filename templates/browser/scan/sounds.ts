export type Sound = 'ok' | 'repeat' | 'wrong' | 'offline'

/** Hertz, seconds, how many times. */
const sounds: Record<Sound, { hertz: number; seconds: number; times: number; wave: OscillatorType }> = {
  ok: { hertz: 1320, seconds: 0.07, times: 1, wave: 'sine' },
  repeat: { hertz: 660, seconds: 0.09, times: 2, wave: 'sine' },
  wrong: { hertz: 180, seconds: 0.28, times: 3, wave: 'square' },
  offline: { hertz: 440, seconds: 0.03, times: 1, wave: 'triangle' },
}

let context: AudioContext | null = null

/** One of four sounds, told apart without looking. The first key pressed allows the page to make them. */
export function play(sound: Sound): void {
  context ??= new AudioContext()
  const { hertz, seconds, times, wave } = sounds[sound]
  for (let i = 0; i < times; i++) beep(context, { hertz, wave, from: context.currentTime + i * seconds * 1.6, seconds })
}

type Beep = { hertz: number; wave: OscillatorType; from: number; seconds: number }

function beep(context: AudioContext, { hertz, wave, from, seconds }: Beep) {
  const [tone, volume] = [context.createOscillator(), context.createGain()]
  tone.type = wave
  tone.frequency.value = hertz
  volume.gain.setValueAtTime(0.25, from)
  volume.gain.exponentialRampToValueAtTime(0.001, from + seconds)
  tone.connect(volume).connect(context.destination)
  tone.start(from)
  tone.stop(from + seconds)
}
