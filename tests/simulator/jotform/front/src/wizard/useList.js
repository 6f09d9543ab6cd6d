// The behaviour of a list that opens under a box: opening, searching, arrow keys, picking, closing.
import { useEffect, useRef, useState } from 'react';

export function useList({ options, value, onChange }) {
  const [open, setOpen] = useState(false);
  const [query, setQuery] = useState('');
  const [over, setOver] = useState(-1);
  const holder = useRef(null);
  const list = useRef(null);
  const shown = options.filter(({ label }) => label.toLowerCase().includes(query.trim().toLowerCase()));
  const chosen = options.find((option) => option.value === value);

  useEffect(() => {
    if (!open) {
      return undefined;
    }
    const outside = (event) => {
      if (!holder.current?.contains(event.target) && !list.current?.contains(event.target)) {
        setOpen(false);
      }
    };
    document.addEventListener('mousedown', outside);
    return () => document.removeEventListener('mousedown', outside);
  }, [open]);

  const toggle = () => {
    setQuery('');
    setOver(options.findIndex((option) => option.value === value));
    setOpen(!open);
  };
  const pick = (option) => {
    setOpen(false);
    onChange(option.value);
  };
  const onKeyDown = (event) => {
    if (!open) {
      if (['Enter', ' ', 'ArrowDown'].includes(event.key)) {
        event.preventDefault();
        toggle();
      }
      return;
    }
    if (event.key === 'Escape' || event.key === 'Tab') {
      setOpen(false);
    } else if (event.key === 'ArrowDown') {
      event.preventDefault();
      setOver(Math.min(over + 1, shown.length - 1));
    } else if (event.key === 'ArrowUp') {
      event.preventDefault();
      setOver(Math.max(over - 1, 0));
    } else if (event.key === 'Enter' && shown[over]) {
      event.preventDefault();
      pick(shown[over]);
    }
  };
  const search = (text) => {
    setQuery(text);
    setOver(0);
  };
  return { open, query, search, over, shown, chosen, holder, list, toggle, pick, onKeyDown };
}
