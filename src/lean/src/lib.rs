//! `#[derive(Lean)]`: how a value of core is read from its compact form (`waymark_core::lean`) and written, field by field and
//! variant by variant in the order in which they are declared, as serde writes them. `#[derive(Key)]`: what an enum's variants
//! are called in the keys of words.

use proc_macro::TokenStream;
use proc_macro2::{Ident, Literal, TokenStream as Tokens};
use quote::{format_ident, quote};
use syn::{Data, DeriveInput, Fields, Member, parse_macro_input};

/// Derives `crate::lean::Lean` for a struct or an enum without parameters. What an enum holds after a number that none of its
/// variants has is its first variant, and a fault.
#[proc_macro_derive(Lean)]
pub fn lean(input: TokenStream) -> TokenStream {
    let input = parse_macro_input!(input as DeriveInput);
    let name = &input.ident;
    let read = match &input.data {
        Data::Struct(data) => read_fields(&quote!(Self), &data.fields),
        Data::Enum(data) => {
            let variants: Vec<Tokens> = data
                .variants
                .iter()
                .map(|variant| {
                    let ident = &variant.ident;
                    read_fields(&quote!(Self::#ident), &variant.fields)
                })
                .collect();
            let numbers = (0..variants.len()).map(Literal::usize_unsuffixed);
            let first = variants.first();
            quote! {
                match from.number() {
                    #(#numbers => #variants,)*
                    _ => {
                        from.fault();
                        #first
                    }
                }
            }
        }
        Data::Union(_) => quote!(compile_error!("a union cannot be read")),
    };
    let write = write_any(&input.data);
    quote! {
        impl crate::lean::Lean for #name {
            fn read(from: &mut crate::lean::Bytes) -> Self {
                #read
            }

            fn write(&self, to: &mut Vec<u8>) {
                #write
            }
        }
    }
    .into()
}

/// Derives `key()` for an enum of plain variants: the variant's name in lower case, its words joined by underscores.
#[proc_macro_derive(Key)]
pub fn key(input: TokenStream) -> TokenStream {
    let input = parse_macro_input!(input as DeriveInput);
    let name = &input.ident;
    let Data::Enum(data) = &input.data else {
        return quote!(compile_error!("only an enum has keys");).into();
    };
    let variants = data.variants.iter().map(|variant| &variant.ident);
    let keys = data
        .variants
        .iter()
        .map(|variant| snake_case(&variant.ident.to_string()));
    quote! {
        impl #name {
            /// Its name in the keys of words.
            #[must_use]
            pub fn key(self) -> &'static str {
                match self {
                    #(#name::#variants => #keys,)*
                }
            }
        }
    }
    .into()
}

fn snake_case(name: &str) -> String {
    let mut words = String::new();
    for letter in name.chars() {
        if letter.is_ascii_uppercase() && !words.is_empty() {
            words.push('_');
        }
        words.push(letter.to_ascii_lowercase());
    }
    words
}

/// Every field in turn, behind the number of an enum's variant.
fn write_any(data: &Data) -> Tokens {
    match data {
        Data::Struct(data) => {
            let members = data.fields.members();
            quote!(#(crate::lean::Lean::write(&self.#members, to);)*)
        }
        Data::Enum(data) => {
            let variants = data.variants.iter().enumerate().map(|(number, variant)| {
                let ident = &variant.ident;
                let members: Vec<Member> = variant.fields.members().collect();
                let fields: Vec<Ident> = (0..members.len()).map(|at| format_ident!("field_{at}")).collect();
                quote! {
                    Self::#ident { #(#members: #fields),* } => {
                        crate::lean::number(#number, to);
                        #(crate::lean::Lean::write(#fields, to);)*
                    }
                }
            });
            quote!(match self { #(#variants)* })
        }
        Data::Union(_) => quote!(),
    }
}

/// A value of which every field is read in turn.
fn read_fields(path: &Tokens, fields: &Fields) -> Tokens {
    let read = quote!(crate::lean::Lean::read(from));
    match fields {
        Fields::Unit => quote!(#path),
        Fields::Unnamed(unnamed) => {
            let all = unnamed.unnamed.iter().map(|_| &read);
            quote!(#path(#(#all),*))
        }
        Fields::Named(named) => {
            let names = named.named.iter().filter_map(|field| field.ident.as_ref());
            quote!(#path { #(#names: #read),* })
        }
    }
}
