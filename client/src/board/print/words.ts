import { dictionary } from "../../shared/words/dictionary";

export const printWords = dictionary(
  {
    ticket: "주방 주문서",
    bill: "계산서",
    more: "추가",
    table: (number: number) => `테이블 ${number}`,
    number: (number: number) => `주문 ${number}번`,
    guests: (guests: number) => `${guests}명`,
    byStaff: "직원 주문",
    request: "요청",
    cancelled: (reason: string) => `취소됨: ${reason}`,
    total: "합계",
    orders: (count: number) => `주문 ${count}건`,
    thanks: "이용해 주셔서 감사합니다",
  },
  {
    ticket: "Kitchen ticket",
    bill: "Bill",
    more: "More",
    table: (number) => `Table ${number}`,
    number: (number) => `Order ${number}`,
    guests: (guests) => (guests === 1 ? "1 guest" : `${guests} guests`),
    byStaff: "By staff",
    request: "Note",
    cancelled: (reason) => `Cancelled: ${reason}`,
    total: "Total",
    orders: (count) => (count === 1 ? "1 order" : `${count} orders`),
    thanks: "Thank you",
  },
);
