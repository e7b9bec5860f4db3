-- Two types made anew whose long names differ only behind what fits beside the mark of what stands aside.
-- @target
CREATE TYPE public.invoice_line_item_adjustment_reason_for_customer_credits AS ENUM ('a', 'b');
CREATE TYPE public.invoice_line_item_adjustment_reason_for_customer_creditors AS ENUM ('a', 'b');
CREATE TABLE public.t (e public.invoice_line_item_adjustment_reason_for_customer_credits, f public.invoice_line_item_adjustment_reason_for_customer_creditors);
-- @source
CREATE TYPE public.invoice_line_item_adjustment_reason_for_customer_credits AS ENUM ('b', 'a');
CREATE TYPE public.invoice_line_item_adjustment_reason_for_customer_creditors AS ENUM ('b', 'a');
CREATE TABLE public.t (e public.invoice_line_item_adjustment_reason_for_customer_credits, f public.invoice_line_item_adjustment_reason_for_customer_creditors);
-- @rows
INSERT INTO public.t VALUES ('a', 'b');
