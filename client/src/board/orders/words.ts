import type { OrderStatus } from "../../shared/api/types";
import { dictionary } from "../../shared/words/dictionary";

type Shown = "open" | "pending" | "preparing" | "completed" | "calls";
type Step = "preparing" | "completed";

export const orderWords = dictionary(
  {
    newOrders: "새 주문",
    waiting: (orders: number, calls: number) => (calls > 0 ? `주문 ${orders} · 호출 ${calls}` : `주문 ${orders}`),
    filter: "보기",
    shown: (shown: Shown) => ({ open: "전체", pending: "접수", preparing: "조리", completed: "끝남", calls: "호출" })[shown],
    nothing: (shown: Shown) =>
      ({
        open: "기다리는 주문이 없어요. 새 주문은 여기에 바로 나타나요.",
        pending: "새로 들어온 주문이 없어요.",
        preparing: "조리 중인 주문이 없어요.",
        completed: "이용 중인 테이블에 완료된 주문이 없어요.",
        calls: "기다리는 호출이 없어요.",
      })[shown],
    hidden: (count: number) => `가려진 새 주문 ${count}`,
    showAll: "모두 보기",
    elsewhere: (status: string) => `다른 화면에서 처리했어요: ${status}`,
    arrived: (count: number) => `새 주문 ${count}건`,
    table: (number: number) => `테이블 ${number}`,
    orderNumber: (number: number) => `${number}번`,
    status: (status: OrderStatus) =>
      ({ pending: "접수", preparing: "조리 중", completed: "완료", cancelled: "취소됨" })[status],
    step: (to: Step) => ({ preparing: "조리 시작", completed: "완료" })[to],
    byStaff: "직원 주문",
    request: "요청",
    now: "방금",
    minutes: (minutes: number) => `${minutes}분`,
    late: "지연",
    undo: "되돌리기",
    seconds: (seconds: number) => `${seconds}초`,
    overtaken: (status: string) => `이미 바뀌었거나 시간이 지났어요. 지금 상태: ${status}`,

    cancel: "취소",
    cancelTitle: (table: number, number: number) => `테이블 ${table} · ${number}번 주문을 취소할까요?`,
    cancelHint: "취소한 주문은 계산에서 빠지고, 손님 화면에도 이유와 함께 보여요.",
    cancelReason: "취소 이유",
    reasons: (reason: "soldOut" | "guest" | "mistake" | "duplicate" | "other") =>
      ({ soldOut: "품절", guest: "손님 요청", mistake: "잘못 주문", duplicate: "중복", other: "기타" })[reason],
    reasonText: "자세한 내용 (선택)",
    otherText: "자세한 내용",
    chooseReason: "이유를 골라 주세요.",
    writeReason: "자세한 내용을 적어 주세요.",
    cancelOrder: "주문 취소",
    cancelledBecause: (reason: string) => `취소 이유: ${reason}`,

    calls: "직원 호출",
    call: (kind: "water" | "cutlery" | "napkin" | "bill" | "other") =>
      ({ water: "물", cutlery: "수저", napkin: "냅킨", bill: "계산", other: "기타" })[kind],
    acknowledge: "확인",
    taken: "확인했어요",
  },
  {
    newOrders: "New orders",
    waiting: (orders, calls) => (calls > 0 ? `Orders ${orders} · Calls ${calls}` : `Orders ${orders}`),
    filter: "Show",
    shown: (shown) => ({ open: "All", pending: "New", preparing: "Cooking", completed: "Done", calls: "Calls" })[shown],
    nothing: (shown) =>
      ({
        open: "No orders are waiting. A new order appears here at once.",
        pending: "No order is new.",
        preparing: "Nothing is being prepared.",
        completed: "No completed order at the tables in use.",
        calls: "Nobody is calling.",
      })[shown],
    hidden: (count) => (count === 1 ? "1 new order is hidden" : `${count} new orders are hidden`),
    showAll: "Show all",
    elsewhere: (status) => `Done at another screen: ${status}`,
    arrived: (count) => (count === 1 ? "1 new order" : `${count} new orders`),
    table: (number) => `Table ${number}`,
    orderNumber: (number) => `No. ${number}`,
    status: (status) =>
      ({ pending: "Received", preparing: "Preparing", completed: "Completed", cancelled: "Cancelled" })[status],
    step: (to) => ({ preparing: "Start preparing", completed: "Complete" })[to],
    byStaff: "By staff",
    request: "Note",
    now: "Just now",
    minutes: (minutes) => `${minutes} min`,
    late: "late",
    undo: "Undo",
    seconds: (seconds) => `${seconds} s`,
    overtaken: (status) => `Already changed, or too late. It is now: ${status}`,

    cancel: "Cancel",
    cancelTitle: (table, number) => `Cancel order no. ${number} of table ${table}?`,
    cancelHint: "A cancelled order leaves the bill. The guests see it, with the reason.",
    cancelReason: "Reason",
    reasons: (reason) =>
      ({ soldOut: "Sold out", guest: "Guest's wish", mistake: "Ordered by mistake", duplicate: "Duplicate", other: "Other" })[
        reason
      ],
    reasonText: "Details (optional)",
    otherText: "Details",
    chooseReason: "Please choose a reason.",
    writeReason: "Please write the details.",
    cancelOrder: "Cancel the order",
    cancelledBecause: (reason) => `Cancelled: ${reason}`,

    calls: "Service calls",
    call: (kind) => ({ water: "Water", cutlery: "Cutlery", napkin: "Napkins", bill: "Bill", other: "Other" })[kind],
    acknowledge: "Got it",
    taken: "You have it",
  },
);

export type OrderWords = (typeof orderWords)["ko"];
