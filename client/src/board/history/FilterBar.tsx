import { Button } from "../../shared/ui/Button";
import { Field } from "../../shared/ui/Field";
import { useWords } from "../../shared/words/dictionary";
import { orderWords } from "../orders/words";
import { replaceSearch } from "../route";
import { type Filter, RANGES, STATUSES, withChange } from "./filter";
import { historyWords } from "./words";

interface FilterBarProps {
  filter: Filter;
  search: URLSearchParams;
}

/** What is asked for stays in the address, so that it can be kept and sent to somebody. */
export function FilterBar({ filter, search }: FilterBarProps) {
  const words = { ...useWords(orderWords), ...useWords(historyWords) };
  const change = (changes: Record<string, string | null>) => { replaceSearch(withChange(search, changes)); };
  return (
    <search className="filter" aria-label={words.filter}>
      <div className="segments" role="group" aria-label={words.period}>
        {RANGES.map((range) => (
          <Button key={range} aria-pressed={range === filter.range} onClick={() => { change({ range, from: filter.from, to: filter.to }); }}>
            {words.range(range)}
          </Button>
        ))}
      </div>
      {filter.range === "custom" && (
        <>
          <Field label={words.from} type="date" value={filter.from} max={filter.to} onChange={({ target }) => { change({ from: target.value }); }} />
          <Field label={words.to} type="date" value={filter.to} min={filter.from} onChange={({ target }) => { change({ to: target.value }); }} />
        </>
      )}
      <label className="field">
        {words.statusLabel}
        <select className="field__input" value={filter.status ?? ""} onChange={({ target }) => { change({ status: target.value }); }}>
          <option value="">{words.anyStatus}</option>
          {STATUSES.map((status) => <option key={status} value={status}>{words.status(status)}</option>)}
        </select>
      </label>
      <NumberField label={words.tableLabel} value={filter.table} onChange={(table) => { change({ table }); }} />
      <NumberField label={words.numberLabel} value={filter.number} onChange={(number) => { change({ number }); }} />
    </search>
  );
}

function NumberField({ label, value, onChange }: { label: string; value: number | null; onChange: (value: string) => void }) {
  return (
    <Field
      label={label}
      inputMode="numeric"
      maxLength={6}
      autoComplete="off"
      value={value ?? ""}
      onChange={({ target }) => { onChange(target.value.replace(/\D/g, "")); }}
    />
  );
}
