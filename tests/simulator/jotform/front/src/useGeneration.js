// A number that grows now and then while `on`: a key made of it makes React replace nodes without anybody's doing.
// It rests while a pointer is down, something within the element has the focus or text can be typed (also in a list that
// is open at the end of the body), so that no click and no key is lost.
import { useEffect, useState } from 'react';

const every = 2500;

export function useGeneration(on, element) {
  const [generation, setGeneration] = useState(0);
  useEffect(() => {
    if (!on) {
      return undefined;
    }
    let pressed = false;
    const press = () => {
      pressed = true;
    };
    const release = () => {
      pressed = false;
    };
    const timer = setInterval(() => {
      const focused = document.activeElement;
      if (!pressed && focused?.tagName !== 'INPUT' && !element.current?.contains(focused)) {
        setGeneration((before) => before + 1);
      }
    }, every);
    document.addEventListener('pointerdown', press, true);
    document.addEventListener('click', release);
    document.addEventListener('pointercancel', release, true);
    return () => {
      clearInterval(timer);
      document.removeEventListener('pointerdown', press, true);
      document.removeEventListener('click', release);
      document.removeEventListener('pointercancel', release, true);
    };
  }, [on, element]);
  return generation;
}
